using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>The jobs that run inside this process now, at most once each. A caller that goes away stops the run only when it was the last one.</summary>
internal sealed partial class InlineRuns(WorkflowRunner runner, IJobStore store, Closing closing, TimeProvider timeProvider, ILogger<InlineRuns> logger) : IAsyncDisposable
{
    private static readonly TimeSpan HandBackPause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, InlineRun> runs = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>The run of this job in this process; null when there is none.</summary>
    public InlineRun? Find(string jobId) => runs.GetValueOrDefault(jobId);

    /// <summary>Runs a job that this process owns, for nobody in particular: it begins at once and ends by itself or when the process does.</summary>
    public InlineRun Start(StoredJob stored, OwnerLease owner)
    {
        var (run, isNew) = Add(stored);
        if (isNew)
        {
            run.Begin(Task.Run(() => RunAsync(run, stored, owner)));
        }

        return run;
    }

    /// <summary>Runs a job that this process owns and waits for its end. Whoever listens is there before the first step is told.</summary>
    public Task<RunEnd> RunAsync(StoredJob stored, OwnerLease owner, IProgress<VideoProgress>? progress, CancellationToken cancellationToken)
    {
        var (run, isNew) = Add(stored);
        var joined = run.JoinAsync(progress, cancellationToken);
        if (isNew)
        {
            run.Begin(Task.Run(() => RunAsync(run, stored, owner), CancellationToken.None));
        }

        return joined;
    }

    /// <summary>Runs a job that a worker claimed, until it ends or the worker stops; whoever else follows it meanwhile goes on by itself.</summary>
    public async Task HostAsync(StoredJob stored, OwnerLease owner, RunPlace place, CancellationToken stop)
    {
        var (run, isNew) = Add(stored);
        while (!isNew)
        {
            // An earlier run that gave the job up is still on its way out.
            await run.SettledAsync().ConfigureAwait(false);
            (run, isNew) = Add(stored);
        }

        var joined = run.JoinAsync(null, stop);
        run.Begin(Task.Run(() => RunAsync(run, stored, owner, place), CancellationToken.None));
        await ((Task)joined).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await run.SettledAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        await closing.BeginAsync().ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
        foreach (var run in runs.Values)
        {
            await run.SettledAsync().ConfigureAwait(false);
        }

        stopping.Dispose();
    }

    private (InlineRun Run, bool IsNew) Add(StoredJob stored)
    {
        ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, this);
        var run = new InlineRun(stopping.Token);
        while (!runs.TryAdd(stored.Job.Id, run))
        {
            if (runs.TryGetValue(stored.Job.Id, out var known))
            {
                run.Dispose();
                return (known, false);
            }
        }

        return (run, true);
    }

    private async Task<RunEnd> RunAsync(InlineRun run, StoredJob stored, OwnerLease owner, RunPlace? place = null)
    {
        try
        {
            return await runner.RunAsync(stored, owner, run.Report, run.Stop, place).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogBroken(stored.Job.Id, e);
            _ = HandBackAsync(stored.Job.Id, owner, stopping.Token);
            throw;
        }
        finally
        {
            runs.TryRemove(stored.Job.Id, out _);
            run.Dispose();
        }
    }

    // This process lives and renews its lease: a job that it no longer runs must not stay under its name, where nobody else may take it.
    private async Task HandBackAsync(string jobId, OwnerLease owner, CancellationToken cancellationToken)
    {
        while (!owner.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(HandBackPause, timeProvider, cancellationToken).ConfigureAwait(false);
                if (runs.ContainsKey(jobId) || await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false) is not { } found || found.Stamp.OwnerId != owner.OwnerId)
                {
                    return;
                }

                var job = found.Job.State == VideoState.Running ? found.Job with { State = VideoState.Queued } : found.Job;
                await store.SaveAsync(job, found.Stamp, keepOwner: false, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StoreException)
            {
                // The store is still down: the next round tries again.
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return;
            }
        }
    }

    [LoggerMessage(1303, LogLevel.Error, "The run of job {JobId} broke off; the job is handed back, and whoever asks for it next carries it on.")]
    private partial void LogBroken(string jobId, Exception exception);
}
