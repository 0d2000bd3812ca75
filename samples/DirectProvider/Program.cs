// One provider, called directly: submit, poll to the end, download. IVideoGenerator does the same with a budget, a ledger, failover and a memory.
using DirectProvider;
using VideoGen.Sdk;

if (!Arguments.TryRead(args, out var arguments, out var fault))
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

Console.WriteLine("Direct use: no budget guards this call and no ledger books it. The account of the key pays.");
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stopping.Cancel();
};

try
{
    arguments.MakeOutputFolder();
    return await DirectRun.RunAsync(arguments, stopping.Token);
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped waiting. A job that was accepted goes on at the provider and is charged there.");
    return 130;
}
catch (Exception e) when (e is VideoGenerationException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"Error: {e.Message}");
    return 1;
}
