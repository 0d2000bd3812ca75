using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>An attempt as its provider knows it.</summary>
internal static class Remote
{
    public static RemoteJob Of(Attempt attempt) => new()
    {
        RemoteId = attempt.RemoteId ?? throw new InvalidOperationException("The attempt has no remote id."),
        Route = attempt.Route ?? "",
        Model = attempt.Spec.Model,
        ClientReference = attempt.ClientReference,
        Spec = attempt.Spec,
    };

    public static SubmissionTrace Trace(Attempt attempt) => new()
    {
        ClientReference = attempt.ClientReference,
        Route = attempt.Route ?? "",
        Model = attempt.Spec.Model,
        SubmittedAt = attempt.IntentAt ?? attempt.PlannedAt,
        Spec = attempt.Spec,
    };
}
