using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Callbacks;

/// <summary>Ends a job's wait wherever it runs: at once in this process, within seconds in another, which finds the signal in the store.</summary>
internal sealed class JobWaking(IJobStore store, Wakeups wakeups)
{
    public async Task WakeAsync(string jobId, CancellationToken cancellationToken)
    {
        await store.SignalAsync(jobId, JobSignalKind.Wake, cancellationToken).ConfigureAwait(false);
        wakeups.Wake(jobId);
    }
}
