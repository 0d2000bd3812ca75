using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Saves the job of a run behind the fence, and says what follows from the answer.</summary>
internal sealed partial class RunSaves(IJobStore store, AttemptMoney money, TimeProvider timeProvider, ILogger<RunSaves> logger)
{
    private static readonly TimeSpan OverdueLook = TimeSpan.FromMinutes(10);

    public async Task<RunStep> SaveAsync(VideoJob job, JobStamp stamp, JobSignals signals, TimeSpan delay, bool keepOwner)
    {
        var saved = await store.SaveAsync(job, stamp, keepOwner, CancellationToken.None).ConfigureAwait(false);
        switch (saved)
        {
            case SaveResult.Lost lost:
                await money.LetGoAsync(job, (await store.FindAsync(job.Id, CancellationToken.None).ConfigureAwait(false))?.Job).ConfigureAwait(false);
                return new RunStep(new RunEnd.Lost(lost.Reason));
            case SaveResult.Saved when !keepOwner || job.IsEnded:
                if (job.IsEnded)
                {
                    LogEnded(job.Id, job.State, job.CurrentAttempt?.Provider ?? "no provider", job.CostUsd, job.UnverifiedUsd);
                }

                await PassOnAsync(job, signals).ConfigureAwait(false);
                return new RunStep(new RunEnd.Settled(job));
            case SaveResult.Saved kept:
                return new RunStep(new StoredJob(job, kept.Stamp), delay, signals) { Fresh = kept.Signals };
            default:
                throw new InvalidOperationException($"Unknown save result {saved.GetType().Name}.");
        }
    }

    /// <summary>Leaves the job to the next owner.</summary>
    /// <param name="current">The job, still owned.</param>
    /// <param name="heeded">The signals that this run has acted on; a later one is not lost to the next owner.</param>
    /// <param name="end">What the end is called.</param>
    public async Task<RunStep> ReleaseAsync(StoredJob current, JobSignals heeded, Func<VideoJob, RunEnd> end)
    {
        var job = current.Job.State == VideoState.Running ? current.Job with { State = VideoState.Queued } : current.Job;
        var saved = await store.SaveAsync(job, current.Stamp, keepOwner: false, CancellationToken.None).ConfigureAwait(false);
        if (saved is not SaveResult.Saved)
        {
            return new RunStep(new RunEnd.Lost("the fence refused the release"));
        }

        await PassOnAsync(job, heeded).ConfigureAwait(false);
        return new RunStep(end(job));
    }

    /// <summary>Leaves a job for which nobody waits any longer to whoever asks, and to workers, which look in from time to time.</summary>
    public Task<RunStep> ReleaseOverdueAsync(StoredJob current, JobSignals heeded) =>
        ReleaseAsync(current with { Job = current.Job with { DueAt = timeProvider.GetUtcNow() + OverdueLook } }, heeded, job => new RunEnd.DeadlinePassed(job));

    /// <summary>Ends a job by a person's wish while nothing is out at a vendor.</summary>
    public async Task<RunStep> CancelAsync(StoredJob current, JobSignals signals)
    {
        var job = current.Job;
        if (job.CurrentAttempt is { IsClosed: false } open)
        {
            job = await money.WithdrawAsync(job, open, null, "cancelled before anything was sent").ConfigureAwait(false);
        }

        var reason = job.Attempts.Any(a => a.IntentAt is not null) ? "Cancelled between two attempts; what the earlier ones cost is booked." : "Cancelled before anything was sent.";
        job = job with { State = VideoState.Cancelled, Reason = reason, EndedAt = timeProvider.GetUtcNow(), DueAt = null };
        return await SaveAsync(job, current.Stamp, signals, TimeSpan.Zero, keepOwner: false).ConfigureAwait(false);
    }

    // A store forgets at each save who was woken before it: a wake that came too late for this owner is given again.
    private async Task PassOnAsync(VideoJob job, JobSignals heeded)
    {
        if (job.DueAt is not null && await store.GetSignalsAsync(job.Id, CancellationToken.None).ConfigureAwait(false) is var now && now.WokenAt != heeded.WokenAt)
        {
            await store.SignalAsync(job.Id, JobSignalKind.Wake, CancellationToken.None).ConfigureAwait(false);
        }
    }

    [LoggerMessage(1311, LogLevel.Information, "Job {JobId} ended {State} with {Provider}: {CostUsd} USD charged, {UnverifiedUsd} USD unverified.")]
    private partial void LogEnded(string jobId, VideoState state, string provider, decimal costUsd, decimal unverifiedUsd);
}
