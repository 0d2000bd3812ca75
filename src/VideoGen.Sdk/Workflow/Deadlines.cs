using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>When waiting ends. After an intent a deadline frees no money; it only ends the waiting.</summary>
internal static class Deadlines
{
    public static bool IsPassedBeforeSubmit(VideoJob job, DateTimeOffset now) =>
        job.CurrentAttempt is not { IntentAt: not null, IsClosed: false } && job.Request.Deadline is { } deadline && now >= job.CreatedAt + deadline;

    public static bool IsPassedWhileWaiting(VideoJob job, DateTimeOffset now) =>
        job.CurrentAttempt is { AcceptedAt: { } accepted } attempt
        && now >= (job.Request.Deadline is { } deadline ? job.CreatedAt + deadline : accepted + attempt.LongestRun);
}
