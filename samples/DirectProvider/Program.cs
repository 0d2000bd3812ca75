// One provider, called directly: submit, poll to the end, download. IVideoGenerator does the same with a budget, a ledger, failover and a memory.
using System.Runtime.InteropServices;
using DirectProvider;
using VideoGen.Sdk;

if (!Arguments.TryRead(args, out var arguments, out var fault))
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

Console.WriteLine("Direct use: no budget guards this call and no ledger books it. The account of the key pays.");
using var stopping = new CancellationTokenSource();
var stoppedBy = 0;
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, 2));
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, 15));

try
{
    arguments.MakeOutputFolder();
    return await DirectRun.RunAsync(arguments, stopping.Token);
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped waiting. A job that was accepted goes on at the provider and is charged there.");
    return 128 + stoppedBy;
}
catch (Exception e) when (e is VideoGenerationException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"Error: {e.Message}");
    return 1;
}

// The process ends by itself once the download has taken its unfinished file away.
void Stop(PosixSignalContext signal, int number)
{
    signal.Cancel = true;
    stoppedBy = number;
    stopping.Cancel();
}
