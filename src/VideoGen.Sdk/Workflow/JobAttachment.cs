using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Brings a caller and a job together: runs it here, joins a run of this process, waits for another owner, or takes over from a dead one.</summary>
internal sealed class JobAttachment(Owner owners, InlineRuns runs, IJobStore store, LocalFiles files, LostFile lostFile, OpenQuestions questions, TimeProvider timeProvider)
{
    private static readonly TimeSpan OtherOwnerCheck = TimeSpan.FromSeconds(1);

    /// <summary>Makes or takes a job under this process's name.</summary>
    public Task<(OwnerLease Owner, T Result)> AsOwnerAsync<T>(Func<OwnerLease, Task<T>> step, CancellationToken cancellationToken) => owners.AsOwnerAsync(step, cancellationToken);

    /// <summary>Runs a job that this process owns, to its end.</summary>
    public async Task<VideoResult> RunAsync(StoredJob stored, OwnerLease owner, IProgress<VideoProgress>? progress, CancellationToken cancellationToken)
    {
        var end = await runs.RunAsync(stored, owner, progress, cancellationToken).ConfigureAwait(false);
        return end switch
        {
            RunEnd.Settled settled => JobEnd.ResultOf(settled.Job),
            RunEnd.DeadlinePassed passed => throw JobEnd.Timeout(passed.Job),
            _ => await AttachAsync(stored.Job, progress, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Follows a known job to its end, whoever runs it.</summary>
    public async Task<VideoResult> AttachAsync(VideoJob known, IProgress<VideoProgress>? progress, CancellationToken cancellationToken)
    {
        if (known is { State: VideoState.Succeeded, Video: { } video } && !await files.IsThereAsync(video, cancellationToken).ConfigureAwait(false))
        {
            known = (await owners.AsOwnerAsync(o => lostFile.BringBackAsync(known, o, cancellationToken), cancellationToken).ConfigureAwait(false)).Result;
        }

        if (known.IsEnded || await IsLeftToAPersonAsync(known, cancellationToken).ConfigureAwait(false))
        {
            return JobEnd.ResultOf(await questions.AskAsync(known, cancellationToken).ConfigureAwait(false));
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (runs.Find(known.Id) is { } run)
            {
                var end = await run.JoinAsync(progress, cancellationToken).ConfigureAwait(false);
                if (end is RunEnd.Settled settled)
                {
                    return JobEnd.ResultOf(settled.Job);
                }

                if (end is RunEnd.DeadlinePassed passed)
                {
                    throw JobEnd.Timeout(passed.Job);
                }
            }

            var (owner, take) = await owners.AsOwnerAsync(o => store.TakeAsync(known.Id, o.OwnerId, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
            switch (take)
            {
                case TakeResult.Taken taken when await IsLeftToAPersonAsync(taken.Stored.Job, cancellationToken).ConfigureAwait(false):
                    await store.SaveAsync(taken.Stored.Job, taken.Stored.Stamp, keepOwner: false, CancellationToken.None).ConfigureAwait(false);
                    return JobEnd.ResultOf(taken.Stored.Job);
                case TakeResult.Taken taken:
                    return await RunAsync(taken.Stored, owner, progress, cancellationToken).ConfigureAwait(false);
                case TakeResult.Ended ended:
                    return JobEnd.ResultOf(ended.Stored.Job);
                case TakeResult.Owned owned when owned.OwnerId == owner.OwnerId && runs.Find(known.Id) is null && await MineAsync(known.Id, owner, cancellationToken).ConfigureAwait(false) is { } mine:
                    return await RunAsync(mine, owner, progress, cancellationToken).ConfigureAwait(false);
                case TakeResult.Owned owned:
                    progress?.Report(Elsewhere(known, owned));
                    await Task.Delay(OtherOwnerCheck, timeProvider, cancellationToken).ConfigureAwait(false);
                    break;
                case TakeResult.NewerRelease newer:
                    throw new JobParkedException($"Job {known.Id} was written by a newer release (payload version {newer.PayloadVersion}); this one leaves it alone.") { JobId = known.Id };
                default:
                    throw new VideoGenerationException($"There is no job {known.Id} any more.") { JobId = known.Id };
            }
        }
    }

    /// <summary>Follows a job by its id.</summary>
    public async Task<VideoResult> ResumeAsync(string jobId, IProgress<VideoProgress>? progress, CancellationToken cancellationToken) =>
        await AttachAsync((await FindAsync(jobId, cancellationToken).ConfigureAwait(false)).Job, progress, cancellationToken).ConfigureAwait(false);

    private async Task<StoredJob> FindAsync(string jobId, CancellationToken cancellationToken) => await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false)
        ?? throw new VideoGenerationException($"There is no job {jobId}.") { JobId = jobId };

    /// <summary>Gives a failed job new attempts.</summary>
    public async Task<VideoResult> RetryFailedAsync(string jobId, IProgress<VideoProgress>? progress, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(jobId, cancellationToken).ConfigureAwait(false);
        if (stored.Job.State != VideoState.Failed || stored.Job.Attempts.Any(a => !a.IsClosed))
        {
            throw new VideoGenerationException($"Job {jobId} is {stored.Job.State}; only a failed job whose attempts are all closed gets new ones.") { JobId = jobId };
        }

        var (owner, take) = await owners.AsOwnerAsync(o => store.TakeAsync(jobId, o.OwnerId, reopenFailed: true, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (take is not TakeResult.Taken taken)
        {
            return await AttachAsync(stored.Job with { State = VideoState.Queued }, progress, cancellationToken).ConfigureAwait(false);
        }

        var job = taken.Stored.Job;
        if (job.State != VideoState.Failed)
        {
            // Somebody else reopened it meanwhile and died: it goes on as it is; a fresh start would forget what that one sent.
            return await RunAsync(taken.Stored, owner, progress, cancellationToken).ConfigureAwait(false);
        }

        var reopened = job with
        {
            State = VideoState.Running,
            // A vendor that already made and charged it is asked for the file again, never for another video.
            Stage = job.CurrentAttempt is { Outcome: AttemptOutcome.Succeeded } ? GenerationWorkflow.Download : GenerationWorkflow.Plan,
            ForgivenAttempts = job.Attempts.Count,
            Failure = null,
            FailureKind = null,
            LimitInTheWay = null,
            Reason = null,
            EndedAt = null,
            Tries = 0,
        };
        var saved = await store.SaveAsync(reopened, taken.Stored.Stamp, keepOwner: true, cancellationToken).ConfigureAwait(false);
        return saved is SaveResult.Saved kept
            ? await RunAsync(new StoredJob(reopened, kept.Stamp), owner, progress, cancellationToken).ConfigureAwait(false)
            : await AttachAsync(reopened, progress, cancellationToken).ConfigureAwait(false);
    }

    // A person who asks again after a fetch failed has mended something: look again at once. An unknown outcome keeps to its schedule, unless a callback was heard meanwhile.
    private async Task<bool> IsLeftToAPersonAsync(VideoJob job, CancellationToken cancellationToken) => job.State switch
    {
        VideoState.Parked => true,
        VideoState.NeedsAttention => job.Stage is GenerationWorkflow.Submit or GenerationWorkflow.Wait && job.DueAt is { } due && due > timeProvider.GetUtcNow()
            && !await IsNewsAsync(job, cancellationToken).ConfigureAwait(false),
        _ => false,
    };

    private async Task<bool> IsNewsAsync(VideoJob job, CancellationToken cancellationToken) => job switch
    {
        { Stage: GenerationWorkflow.Submit, CurrentAttempt: { } attempt } =>
            (await store.GetOutcomesAsync(job.Id, attempt.Number, cancellationToken).ConfigureAwait(false)).Any(record => record.Verdict != SubmissionVerdict.Unknown),
        { CurrentAttempt.UnclearSince: { } since } => (await store.GetSignalsAsync(job.Id, cancellationToken).ConfigureAwait(false)).WokenAt > since,
        _ => false,
    };

    // A run of ours that broke off (the store failed) left the job under our own name.
    private async Task<StoredJob?> MineAsync(string jobId, OwnerLease owner, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false);
        return stored?.Stamp.OwnerId == owner.OwnerId ? stored : null;
    }

    private static VideoProgress Elsewhere(VideoJob job, TakeResult.Owned owned) => new()
    {
        JobId = job.Id,
        State = job.State,
        Stage = job.Stage,
        Provider = job.CurrentAttempt?.Provider,
        Model = job.CurrentAttempt?.Spec.Model,
        Attempt = job.CurrentAttempt?.Number ?? 0,
        ChargedUsd = job.CostUsd,
        Message = $"another process runs this job; it is taken over if that one dies (lease ends in {Math.Ceiling(owned.LeaseEndsIn.TotalSeconds):0} s)",
    };
}
