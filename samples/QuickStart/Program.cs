// From a prompt to a file that Instagram accepts, with its cost on a ledger that survives a restart. Needs no key and costs nothing.
using QuickStart;
using VideoGen.Sdk;

if (!Arguments.TryRead(args, out var arguments, out var fault))
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stopping.Cancel();
};

try
{
    arguments.MakeOutputFolder();
    var result = await ConsoleProgress.RunAsync(progress => Generation.RunAsync(arguments, progress, stopping.Token));
    foreach (var note in result.Notes)
    {
        await Console.Error.WriteLineAsync($"Note: {note}");
    }

    Console.WriteLine(Summary.Of(result, arguments.Ledger));
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped. The job is kept: run the same command again and it goes on where it was.");
    return 130;
}
catch (VideoGenerationException e)
{
    await Console.Error.WriteLineAsync($"Error: {e.Message}");
    if (e.JobId is { } job)
    {
        await Console.Error.WriteLineAsync($"Job {job} is kept in {arguments.Ledger}. {NextStep.After(e)}");
    }

    return 1;
}
