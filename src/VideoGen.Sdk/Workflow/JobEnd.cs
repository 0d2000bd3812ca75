using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Hands the end of a job to its caller: the result, or the exception that its record asks for. The same for the first caller and for every later one.</summary>
internal static class JobEnd
{
    public static VideoResult ResultOf(VideoJob job) => job.State switch
    {
        VideoState.Succeeded => Result(job),
        VideoState.Failed => throw FailureOf(job),
        VideoState.Cancelled => throw new VideoCancelledException($"Job {job.Id} was cancelled. {job.Reason}") { JobId = job.Id },
        VideoState.NeedsAttention => throw new NeedsAttentionException($"Job {job.Id} needs attention: {job.Reason}") { JobId = job.Id, Failure = job.CurrentAttempt?.Failure },
        VideoState.Parked => throw new JobParkedException($"Job {job.Id} is parked: {job.Reason}") { JobId = job.Id },
        _ => throw new InvalidOperationException($"Job {job.Id} has not ended; it is {job.State}."),
    };

    public static VideoGenerationTimeoutException Timeout(VideoJob job) => new(
        $"Video generation timeout: {job.CurrentAttempt?.Provider} still works on job {job.Id}. Its money stays held and the job goes on: ask again with the same request and key, or call ResumeAsync(\"{job.Id}\"). A longer VideoRequest.Deadline gives later videos more time; the vendor's status page says whether it is in trouble.")
    {
        JobId = job.Id,
    };

    private static VideoResult Result(VideoJob job)
    {
        var attempt = job.CurrentAttempt!;
        return new VideoResult
        {
            JobId = job.Id,
            Provider = attempt.Provider,
            Account = attempt.Account,
            Model = attempt.Spec.Model,
            Video = job.Video!,
            Thumbnail = job.Thumbnail,
            CostUsd = job.CostUsd,
            UnverifiedUsd = job.UnverifiedUsd,
            Attempts = job.Attempts.Count,
            Notes = job.Notes,
            CreatedAt = job.CreatedAt,
            CompletedAt = job.EndedAt!.Value,
        };
    }

    private static VideoGenerationException FailureOf(VideoJob job) => job.FailureKind switch
    {
        JobFailureKind.BudgetExceeded when job.LimitInTheWay is { } limit => BudgetExceededException.From(limit, job.Id),
        JobFailureKind.NoCandidate => NoCandidateException.From(job.Plans.Count > 0 ? job.Plans[^1].Exclusions : [], job.Id),
        JobFailureKind.InvalidRequest => new InvalidVideoRequestException(job.Reason ?? "The vendor refused the request.") { JobId = job.Id, Failure = job.Failure },
        JobFailureKind.ContentRejected => new ContentRejectedException(job.Reason ?? "The vendor refused the content.") { JobId = job.Id, Failure = job.Failure },
        JobFailureKind.DeadlinePassed => new VideoGenerationTimeoutException($"Video generation timeout: {job.Reason} Ask again under another idempotency key with a longer VideoRequest.Deadline, or name a provider that is free sooner.") { JobId = job.Id },
        _ => new AllProvidersFailedException(FailureAdvice.Of(job)) { JobId = job.Id, Failure = job.Failure, Attempts = [.. job.Attempts.Select(AttemptSentence.Of)] },
    };
}
