using System.Diagnostics;
using VideoGen.Sdk.Diagnostics;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Telemetry;

/// <summary>Counts what changed between two states of a job. Each change is saved once, by its owner alone, so it is counted once.</summary>
internal sealed class JobMeter(VideoMetrics metrics)
{
    public void Begins() => metrics.ActiveJobs.Add(1);

    public void Ends() => metrics.ActiveJobs.Add(-1);

    public void See(VideoJob before, VideoJob now)
    {
        if (now.Attempts.Count > 0)
        {
            SeeMoney(before, now, now.Attempts[^1]);
        }

        foreach (var attempt in now.Attempts)
        {
            if (attempt is { ClosedAt: { } closedAt, IntentAt: { } sentAt } && !before.Attempts.Any(former => former.Number == attempt.Number && former.IsClosed))
            {
                metrics.OperationDuration.Record((closedAt - sentAt).TotalSeconds, TagsOf(attempt));
            }
        }

        if (now.Source is { } source && before.Source is null)
        {
            metrics.Downloaded.Record(source.Bytes);
        }

        if (now.IsEnded && !before.IsEnded && now.EndedAt is { } endedAt)
        {
            metrics.JobDuration.Record((endedAt - now.CreatedAt).TotalSeconds, new KeyValuePair<string, object?>(TelemetryNames.JobState, now.State.ToString()));
        }
    }

    private void SeeMoney(VideoJob before, VideoJob now, Attempt attempt)
    {
        var (provider, model) = (new KeyValuePair<string, object?>(TelemetryNames.Provider, attempt.Provider), new KeyValuePair<string, object?>(TelemetryNames.Model, attempt.Spec.Model));
        if (now.CostUsd > before.CostUsd)
        {
            metrics.Charged.Add((double)(now.CostUsd - before.CostUsd), provider, model);
        }

        if (now.UnverifiedUsd > before.UnverifiedUsd)
        {
            metrics.Unverified.Add((double)(now.UnverifiedUsd - before.UnverifiedUsd), provider, model);
        }
    }

    private static TagList TagsOf(Attempt attempt)
    {
        var tags = new TagList
        {
            { TelemetryNames.Operation, TelemetryNames.GenerateContent },
            { TelemetryNames.Provider, attempt.Provider },
            { TelemetryNames.Model, attempt.Spec.Model },
            { TelemetryNames.AttemptOutcome, attempt.Outcome?.ToString() },
        };
        if (AttemptTrace.ErrorOf(attempt) is { } error)
        {
            tags.Add(TelemetryNames.ErrorType, error);
        }

        return tags;
    }
}
