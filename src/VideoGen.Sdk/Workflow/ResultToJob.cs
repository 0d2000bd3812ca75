using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What each stage result makes of the job: state, next stage, due time. Pure.</summary>
internal sealed class ResultToJob(GenerationWorkflow workflow, TimeProvider timeProvider)
{
    private const int MaxUnexpected = 3;

    public (VideoJob Job, TimeSpan Delay, bool KeepOwner) Apply(StageResult result, VideoJob before, JobSignals signals)
    {
        var now = timeProvider.GetUtcNow();
        var isCancelled = signals.CancelAskedAt is not null;
        switch (result)
        {
            case StageResult.Advance advance:
                return (Advance(advance.Job, now, isCancelled), TimeSpan.Zero, true);
            case StageResult.WaitFor wait:
                return (Same(wait.Job with { State = VideoState.Waiting, DueAt = null }, before), wait.Delay, true);
            case StageResult.WaitForRoom room:
                return (Same(room.Job with { State = VideoState.Scheduled }, before), room.Delay, true);
            case StageResult.RetryLater retry:
                return (retry.Job with { State = VideoState.Scheduled, DueAt = Deadlines.Wake(retry.Job, now + retry.Delay), Reason = retry.Reason }, TimeSpan.Zero, true);
            case StageResult.Back back:
                return (back.Job with { State = VideoState.Scheduled, Stage = back.Stage, Tries = 0, DueAt = now + back.Delay, Reason = back.Reason }, TimeSpan.Zero, true);
            case StageResult.Park park:
                return (park.Job with { State = VideoState.Parked, Reason = park.Reason, DueAt = null }, TimeSpan.Zero, false);
            case StageResult.NextProvider when isCancelled:
                return (End(((StageResult.NextProvider)result).Job, VideoState.Cancelled, "Cancelled; what it cost is booked.", now), TimeSpan.Zero, false);
            case StageResult.NextProvider next:
                return (next.Job with
                {
                    State = next.Delay > TimeSpan.Zero ? VideoState.Scheduled : VideoState.Running,
                    Stage = GenerationWorkflow.Plan,
                    Tries = 0,
                    DueAt = next.Delay > TimeSpan.Zero ? Deadlines.Wake(next.Job, now + next.Delay) : null,
                    Reason = next.Reason,
                }, TimeSpan.Zero, true);
            case StageResult.Fail fail:
                return (End(fail.Job with { Failure = fail.Failure, FailureKind = isCancelled ? null : fail.Kind }, isCancelled ? VideoState.Cancelled : VideoState.Failed, fail.Reason, now), TimeSpan.Zero, false);
            case StageResult.NeedsAttention attention:
                return (attention.Job with { State = VideoState.NeedsAttention, Reason = attention.Reason, DueAt = now + attention.LookAgainAfter }, TimeSpan.Zero, false);
            default:
                throw new InvalidOperationException($"Unknown stage result {result.GetType().Name}.");
        }
    }

    /// <summary>A stage threw what it must not throw. With money out a person is asked; without, the job is parked.</summary>
    public static StageResult OfUnexpected(VideoJob job, Exception e)
    {
        var reason = $"Stage {job.Stage} failed unexpectedly ({e.GetType().Name}).";
        var tries = job.Tries + 1;
        return tries < MaxUnexpected ? new StageResult.RetryLater(job with { Tries = tries }, Backoff.Full(tries, TimeSpan.FromSeconds(30)), reason)
            : AdoptionRule.IsMoneyOut(job) ? new StageResult.NeedsAttention(job, reason, TimeSpan.FromMinutes(30))
            : new StageResult.Fail(job, JobFailureKind.AllProvidersFailed, reason);
    }

    private VideoJob Advance(VideoJob job, DateTimeOffset now, bool isCancelled) => workflow.After(job.Stage) is { } next
        ? job with { State = VideoState.Running, Stage = next.Name, Tries = 0, DueAt = null }
        : End(job, isCancelled ? VideoState.Cancelled : VideoState.Succeeded, isCancelled ? "Cancelled, but the vendor finished it: the video is kept and its charge booked." : null, now);

    private static VideoJob End(VideoJob job, VideoState state, string? reason, DateTimeOffset now) =>
        job with { State = state, Reason = reason, EndedAt = now, DueAt = null };

    // Records compare their lists by reference: a job that a stage handed back untouched is the same.
    private static VideoJob Same(VideoJob job, VideoJob before) => job == before ? before : job;
}
