using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Claims jobs for free places and runs them. One set of places with the runs in them.</summary>
internal sealed partial class ClaimedRuns(IJobStore store, Owner owners, InlineRuns runs, ProviderRegistry registry, RunPlaces places, int? perTenant, ILogger logger)
{
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private int made;

    /// <summary>How many runs there were.</summary>
    public int Made => Volatile.Read(ref made);

    /// <summary>The runs under way.</summary>
    public ICollection<Task> Running => running.Keys;

    /// <summary>Fills the free places.</summary>
    /// <returns>True: places are left and the store has nothing more for them now. False: every place is taken.</returns>
    public async Task<bool> FillAsync(CancellationToken stop)
    {
        while (true)
        {
            var free = places.Take();
            if (free == 0)
            {
                return false;
            }

            var claimed = 0;
            try
            {
                // Once it is sent, the answer is waited for: what was claimed must be run or given back.
                stop.ThrowIfCancellationRequested();
                var (owner, jobs) = await owners.AsOwnerAsync(o => store.ClaimAsync(ClaimFor(o, free), CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
                claimed = jobs.Count;
                foreach (var job in jobs)
                {
                    Begin(job, owner, stop);
                }
            }
            finally
            {
                places.GiveBack(free - claimed);
            }

            if (claimed < free)
            {
                return true;
            }
        }
    }

    private JobClaim ClaimFor(OwnerLease owner, int free) => new()
    {
        OwnerId = owner.OwnerId,
        Max = free,
        Providers = [.. registry.All.Select(r => r.Provider.Descriptor.Name).Distinct()],
        Stages = GenerationWorkflow.Names,
        MaxPerTenant = perTenant,
        TenantPlaces = places.Tenants,
    };

    private void Begin(StoredJob job, OwnerLease owner, CancellationToken stop)
    {
        Interlocked.Increment(ref made);
        var place = places.For(job.Job);
        var run = Task.Run(() => RunAsync(job, owner, place, stop), CancellationToken.None);
        running.TryAdd(run, true);
        _ = run.ContinueWith(ended => running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task RunAsync(StoredJob job, OwnerLease owner, RunPlace place, CancellationToken stop)
    {
        try
        {
            await runs.HostAsync(job, owner, place, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogBroken(job.Job.Id, e);
        }
        finally
        {
            place.Dispose();
        }
    }

    [LoggerMessage(1501, LogLevel.Warning, "The run of job {JobId} broke off; it goes on when it is claimed again.")]
    private partial void LogBroken(string jobId, Exception exception);
}
