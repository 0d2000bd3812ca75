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

        // Nothing was open when we looked; the run says whether it sent something before it read the signal.
        var end = runs.Find(jobId) is { } run ? await run.JoinAsync(null, cancellationToken).ConfigureAwait(false) : await TakeAndRunAsync(jobId, cancellationToken).ConfigureAwait(false);
        return end is RunEnd.Settled { Job: { State: VideoState.Cancelled } job } && Sent(job) == Sent(stored.Job) ? CancelOutcome.Cancelled : CancelOutcome.Requested;
    }

    private async Task<RunEnd?> TakeAndRunAsync(string jobId, CancellationToken cancellationToken)
    {
        var (owner, take) = await owners.AsOwnerAsync(o => store.TakeAsync(jobId, o.OwnerId, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
        return take is TakeResult.Taken taken ? await runs.RunAsync(taken.Stored, owner, null, cancellationToken).ConfigureAwait(false) : null;
    }

    private static int Sent(VideoJob job) => job.Attempts.Count(a => a.IntentAt is not null);
}
