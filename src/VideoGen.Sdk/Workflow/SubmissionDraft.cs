using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What a provider composes a submission from, and the intent that is saved of it.</summary>
internal sealed class SubmissionDraft(JobInputs inputs, CallbackUrls callbacks)
{
    public GenerationTask TaskOf(VideoJob job, Attempt attempt) => new()
    {
        Spec = attempt.Spec,
        ClientReference = attempt.ClientReference,
        Inputs = [.. inputs.Open(job.Request).Zip(attempt.Inputs, (media, prepared) => new TaskInput(prepared, media))],
        CallbackUrl = callbacks.For(attempt),
    };

    public static SubmissionIntent IntentOf(VideoJob job, Attempt attempt, SubmissionBody body) => new()
    {
        JobId = job.Id,
        Attempt = attempt.Number,
        ClientReference = attempt.ClientReference,
        Provider = attempt.Provider,
        Account = attempt.Account,
        Model = attempt.Spec.Model,
        Route = body.Route,
        ContentType = body.ContentType,
        Content = body.Content,
        IdempotencyKey = body.IdempotencyKey,
        IsReplayable = body.IsReplayable,
    };
}
