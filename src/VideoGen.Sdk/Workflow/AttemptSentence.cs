using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Says an attempt in one clause for error messages.</summary>
internal static class AttemptSentence
{
    public static string Of(Attempt attempt) =>
        $"{attempt.Provider} ({attempt.Spec.Model}): {(attempt.Failure is { } f ? $"{f.Kind}, {f.Message.TrimEnd('.')}" : attempt.Outcome?.ToString() ?? "open")}";
}
