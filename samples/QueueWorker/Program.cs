// A queue of videos, its workers and its books, for several processes on one store. Answers go to standard output, logs to standard error.
using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using QueueWorker;
using VideoGen.Sdk;

if (!Arguments.TryRead(args, out var arguments, out var fault))
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    return await (arguments.Command switch
    {
        "run" => RunCommand.RunAsync(arguments, stopping.Token),
        "enqueue" => EnqueueCommand.RunAsync(arguments, stopping.Token),
        "status" => StatusCommand.RunAsync(arguments, stopping.Token),
        _ => LedgerCommand.RunAsync(arguments, stopping.Token),
    });
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped. Every job is kept; the same command goes on with them.");
    return 1;
}
catch (Exception e) when (e is VideoGenerationException or OptionsValidationException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"Error: {e.Message}");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
