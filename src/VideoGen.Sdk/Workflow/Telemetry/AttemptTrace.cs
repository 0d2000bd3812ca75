using System.Diagnostics;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Diagnostics;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Telemetry;

/// <summary>The span of one attempt: a request to a vendor's model, from its plan to its last cent.</summary>
internal sealed class AttemptTrace(int number, Activity? span)
{
    public int Number => number;

    /// <summary>Begins below whatever span is current.</summary>
    public static AttemptTrace Begin(ActivitySource source, Attempt attempt)
    {
        var span = source.StartActivity($"{TelemetryNames.GenerateContent} {attempt.Spec.Model}", ActivityKind.Client);
        span?.SetTag(TelemetryNames.Operation, TelemetryNames.GenerateContent)
            .SetTag(TelemetryNames.OutputType, "video")
            .SetTag(TelemetryNames.Provider, attempt.Provider)
            .SetTag(TelemetryNames.Model, attempt.Spec.Model)
            .SetTag(TelemetryNames.Account, attempt.Account)
            .SetTag(TelemetryNames.AttemptNumber, attempt.Number)
            .SetTag(TelemetryNames.Seed, attempt.Spec.Seed);
        return new AttemptTrace(attempt.Number, span);
    }

    /// <summary>What went wrong in a word of few kinds; null when nothing did.</summary>
    public static string? ErrorOf(Attempt attempt) =>
        attempt.Outcome is null or AttemptOutcome.Succeeded ? null : attempt.Failure?.Kind.ToString() ?? attempt.Outcome.ToString();

    public void See(VideoJob before, VideoJob now, Attempt attempt)
    {
        if (span is null)
        {
            return;
        }

        var former = before.Attempts.FirstOrDefault(known => known.Number == number);
        if (attempt.HeldAt is not null && former?.HeldAt is null)
        {
            Tell(TelemetryNames.MoneyHeld, attempt.EstimateUsd);
        }

        if (attempt.Verdict is { } verdict && former?.Verdict != verdict)
        {
            span.AddEvent(new ActivityEvent(TelemetryNames.Answered, tags: new ActivityTagsCollection { [TelemetryNames.Verdict] = verdict.ToString() }));
        }

        // The id of a free provider may be the recipe itself, with the prompt in it; nobody needs it to find money again.
        span.SetTag(TelemetryNames.RemoteId, attempt.EstimateUsd > 0 ? attempt.RemoteId : null);
        SeeMoney(before, now, attempt);
    }

    /// <summary>Ends the span; of an attempt that is still open, with this run alone.</summary>
    public void End(Attempt? attempt)
    {
        span?.SetTag(TelemetryNames.AttemptOutcome, attempt?.Outcome?.ToString());
        if (attempt is not null && ErrorOf(attempt) is { } error)
        {
            span?.SetTag(TelemetryNames.ErrorType, error).SetStatus(ActivityStatusCode.Error, error);
        }

        span?.Dispose();
    }

    private void SeeMoney(VideoJob before, VideoJob now, Attempt attempt)
    {
        var (charged, unverified) = (now.CostUsd - before.CostUsd, now.UnverifiedUsd - before.UnverifiedUsd);
        if (charged > 0)
        {
            Tell(TelemetryNames.MoneyCharged, charged);
        }

        if (unverified > 0)
        {
            Tell(TelemetryNames.MoneyUnverified, unverified);
        }

        if (attempt is { IsClosed: true, HeldAt: not null } && charged <= 0 && unverified <= 0)
        {
            Tell(TelemetryNames.MoneyReleased, attempt.EstimateUsd);
        }
    }

    private void Tell(string name, decimal usd) => span!.AddEvent(new ActivityEvent(name, tags: new ActivityTagsCollection { [TelemetryNames.Usd] = (double)usd }));
}
