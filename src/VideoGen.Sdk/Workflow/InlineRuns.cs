using System.Collections.Concurrent;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>The jobs that run inside this process now, at most once each. A caller that goes away stops the run only when it was the last one.</summary>
internal sealed class InlineRuns(WorkflowRunner runner) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, InlineRun> runs = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>The run of this job in this process; null when there is none.</summary>
    public InlineRun? Find(string jobId) => runs.GetValueOrDefault(jobId);

    /// <summary>Runs a job that this process owns.</summary>
    public InlineRun Start(StoredJob stored, OwnerLease owner)
    {
        ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, this);
        var run = new InlineRun(stopping.Token);
        if (!runs.TryAdd(stored.Job.Id, run))
        {
            run.Dispose();
            return runs[stored.Job.Id];
        }

        run.Begin(Task.Run(async () =>
        {
            try
            {
                return await runner.RunAsync(stored, owner, run.Report, run.Stop).ConfigureAwait(false);
            }
            finally
            {
                runs.TryRemove(stored.Job.Id, out _);
            }
        }));
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        foreach (var run in runs.Values)
        {
            await run.SettledAsync().ConfigureAwait(false);
        }

        stopping.Dispose();
    }
}
