using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Reads answers of both generations.</summary>
internal static class KlingReader
{
    public static bool IsLegacy(string route) => route.StartsWith("/v1/", StringComparison.Ordinal);

    public static SubmissionOutcome Outcome(TransportOutcome outcome, string route)
    {
        if (outcome is not TransportOutcome.Answered { Answer: var answer })
        {
            return outcome is TransportOutcome.NotSent n ? new SubmissionOutcome.NotSent(n.Failure) : new SubmissionOutcome.Unknown(((TransportOutcome.Lost)outcome).Failure);
        }

        if (!answer.TryRead(KlingJsonContext.Default.KlingEnvelope, out var envelope) || envelope.Code is null)
        {
            return new SubmissionOutcome.Unknown(KlingErrors.Foreign(answer, isCreate: true));
        }

        // An id is an acceptance, whatever else the answer says.
        if (Created(answer, route) is { } task)
        {
            return new SubmissionOutcome.Accepted(task.Id);
        }

        if (envelope.Code == 0 || KlingErrors.IsOutcomeUnknown(answer.Code, envelope) || answer.Code is >= 300 and < 400)
        {
            var failure = KlingErrors.Of(answer, envelope) with { Kind = ProviderFailureKind.UnknownOutcome, Charge = ChargeCertainty.Unknown };
            return new SubmissionOutcome.Unknown(failure);
        }

        return new SubmissionOutcome.Rejected(KlingErrors.Of(answer, envelope));
    }

    /// <summary>The tasks of a look-up; empty where none is visible.</summary>
    /// <exception cref="ProviderCallException">The answer is not a look-up's.</exception>
    public static IReadOnlyList<KlingTask> Tasks(VendorAnswer answer, string route, string? prompt)
    {
        if (!answer.TryRead(KlingJsonContext.Default.KlingEnvelope, out var envelope) || envelope.Code is null)
        {
            throw new ProviderCallException("kling", KlingErrors.Foreign(answer, isCreate: false));
        }

        // The legacy standard answers an unknown id with an error, the new one with an empty list (probed 2026-09).
        if (IsLegacy(route) && envelope.Code == 1203)
        {
            return [];
        }

        if (envelope.Code != 0)
        {
            throw new ProviderCallException("kling", KlingErrors.Of(answer, envelope, prompt));
        }

        return (IsLegacy(route) ? LegacyTask(answer) : NewTasks(answer)) ?? throw new ProviderCallException("kling", KlingErrors.Foreign(answer, isCreate: false));
    }

    /// <summary>Whether a signed token was refused for its age alone.</summary>
    public static bool IsTokenAge(VendorAnswer answer) => answer.TryRead(KlingJsonContext.Default.KlingEnvelope, out var envelope) && envelope.Code is (1003 or 1004);

    private static KlingTask? Created(VendorAnswer answer, string route) => IsLegacy(route)
        ? KlingTask.Of(answer.TryRead(KlingJsonContext.Default.LegacyTask, out var legacy) ? legacy.Data : null)
        : KlingTask.Of(answer.TryRead(KlingJsonContext.Default.Task, out var task) ? task.Data : null);

    private static List<KlingTask>? LegacyTask(VendorAnswer answer) =>
        answer.TryRead(KlingJsonContext.Default.LegacyTask, out var one) && KlingTask.Of(one.Data) is { } task ? [task] : null;

    private static List<KlingTask>? NewTasks(VendorAnswer answer) =>
        answer.TryRead(KlingJsonContext.Default.Tasks, out var many) ? many.Data?.Select(KlingTask.Of).OfType<KlingTask>().ToList() : null;
}
