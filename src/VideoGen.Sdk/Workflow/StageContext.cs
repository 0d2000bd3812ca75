using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What a stage may see: the saved job, the signals left for it, and the owner's fence.</summary>
internal sealed class StageContext(StoredJob stored, JobSignals signals, OwnerLease owner, Action<double> report)
{
    /// <summary>The job as it is in the store now.</summary>
    public VideoJob Job { get; private set; } = stored.Job;

    public JobStamp Stamp { get; private set; } = stored.Stamp;

    public JobSignals Signals { get; } = signals;

    public OwnerLease Owner { get; } = owner;

    public Attempt Attempt => Job.CurrentAttempt ?? throw new InvalidOperationException($"Job {Job.Id} has no attempt in stage {Job.Stage}.");

    public bool IsCancelAsked => Signals.CancelAskedAt is not null;

    /// <summary>Tells the share of this stage that is done, 0 to 1.</summary>
    public void Report(double share) => report(share);

    /// <summary>Saves the intent with the job; null when the fence refused and the job must be dropped.</summary>
    public async Task<SubmissionIntent?> SaveIntentAsync(IJobStore store, VideoJob job, SubmissionIntent intent, CancellationToken cancellationToken)
    {
        var result = await store.SaveIntentAsync(job, Stamp, intent, cancellationToken).ConfigureAwait(false);
        if (result is not IntentResult.Saved saved)
        {
            return null;
        }

        // Whatever is made of this job from here on, it must know that a POST may be out.
        (Job, Stamp) = (job, saved.Stamp);
        return saved.Intent;
    }
}
