using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Notes the wish to stop and wakes whoever runs the job; a job that nobody runs is carried to its end here.</summary>
internal sealed class JobCancel(IJobStore store, Owner owners, InlineRuns runs, Wakeups wakeups)
{
    public async Task<CancelOutcome> RunAsync(string jobId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return CancelOutcome.NotFound;
        }

        if (stored.Job.IsEnded)
        {
            return CancelOutcome.AlreadyEnded;
        }

        await store.SignalAsync(jobId, JobSignalKind.Cancel, cancellationToken).ConfigureAwait(false);
        wakeups.Wake(jobId);
        if (stored.Job.CurrentAttempt is { IntentAt: not null, IsClosed: false } or { Outcome: AttemptOutcome.Succeeded })
        {
            return CancelOutcome.Requested;
        }

        var owner = await owners.GetAsync(cancellationToken).ConfigureAwait(false);
        var run = runs.Find(jobId);
        if (run is null && await store.TakeAsync(jobId, owner.OwnerId, cancellationToken: cancellationToken).ConfigureAwait(false) is TakeResult.Taken taken)
        {
            run = runs.Start(taken.Stored, owner);
        }

        if (run is null)
        {
            return CancelOutcome.Requested;
        }

        // Nothing was open when we looked; the run says whether it sent something before it read the signal.
        var end = await run.JoinAsync(null, cancellationToken).ConfigureAwait(false);
        return end is RunEnd.Settled { Job: { State: VideoState.Cancelled } job } && Sent(job) == Sent(stored.Job) ? CancelOutcome.Cancelled : CancelOutcome.Requested;
    }

    private static int Sent(VideoJob job) => job.Attempts.Count(a => a.IntentAt is not null);
}
