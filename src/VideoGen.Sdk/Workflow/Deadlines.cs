using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>When waiting ends. After an intent a deadline frees no money; it only ends the waiting.</summary>
internal static class Deadlines
{
    public static bool IsPassedBeforeSubmit(VideoJob job, DateTimeOffset now) => !IsSent(job) && now >= job.CreatedAt + job.Request.Deadline;

    /// <summary>When nobody waits for the job any longer; null without bound. Before anything is sent that is the stages' affair: they fail the job.</summary>
    public static DateTimeOffset? WaitingEndsAt(VideoJob job) => !IsSent(job) ? null
        : job.Request.Deadline is { } deadline ? job.CreatedAt + deadline
        : job.Stage == GenerationWorkflow.Wait && job.CurrentAttempt is { AcceptedAt: { } accepted } attempt ? accepted + attempt.LongestRun
        : null;

    /// <summary>The earlier of a wake-up and the end of the deadline, so that a deadline is met and not slept over.</summary>
    public static DateTimeOffset Wake(VideoJob job, DateTimeOffset at) => job.CreatedAt + job.Request.Deadline is { } end && end < at && !IsSent(job) ? end : at;

    private static bool IsSent(VideoJob job) => job.CurrentAttempt is { IntentAt: not null, IsClosed: false } or { Outcome: AttemptOutcome.Succeeded };
}
