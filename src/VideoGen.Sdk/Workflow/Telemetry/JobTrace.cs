using System.Diagnostics;
using VideoGen.Sdk.Diagnostics;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Telemetry;

/// <summary>
/// The spans of one run of a job: the job, below it its attempts, below the open attempt the stages as they come. Told by the run after each save, in the run's own flow, so that spans of the HTTP client lie below the stage
/// that asked. A job that goes on in another process goes on in the same trace, by what was kept of the caller's.
/// </summary>
internal sealed class JobTrace : IDisposable
{
    private static readonly ActivitySource Source = new(VideoGenerationDiagnostics.ActivitySourceName);

    private readonly JobMeter meter;
    private readonly Activity? span;
    private AttemptTrace? attempt;
    private Activity? stage;
    private VideoJob seen;
    private bool isEnded;

    public JobTrace(JobMeter meter, VideoJob job)
    {
        this.meter = meter;
        seen = job;
        meter.Begins();
        span = Start(job);
        span?.SetTag(TelemetryNames.JobId, job.Id)
            .SetTag(TelemetryNames.JobOperation, job.Request.EffectiveOperation.ToString())
            .SetTag(TelemetryNames.Tenant, job.Request.Tenant)
            .SetTag(TelemetryNames.Campaign, job.Request.Campaign);
        Enter(job);
    }

    /// <summary>The trace that is current here, to be kept with a job; null without one.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>The job as it is saved now.</summary>
    public void See(VideoJob now)
    {
        if (ReferenceEquals(now, seen))
        {
            return;
        }

        var before = seen;
        seen = now;
        meter.See(before, now);
        if (attempt is not null && Find(now) is { } current)
        {
            attempt.See(before, now, current);
        }

        if (now.Stage != before.Stage || (now.CurrentAttempt is { IsClosed: false } open && open.Number != attempt?.Number) || (attempt is not null && Find(now) is { IsClosed: true }))
        {
            Leave(now);
            Enter(now);
        }
    }

    public void End(RunEnd end)
    {
        if (end is RunEnd.Settled settled)
        {
            See(settled.Job);
        }

        isEnded = true;
        span?.SetTag(TelemetryNames.RunEnd, end.GetType().Name)
            .SetTag(TelemetryNames.JobState, seen.State.ToString())
            .SetTag(TelemetryNames.JobAttempts, seen.Attempts.Count)
            .SetTag(TelemetryNames.CostUsd, (double)seen.CostUsd)
            .SetTag(TelemetryNames.UnverifiedUsd, (double)seen.UnverifiedUsd);
        if (end is RunEnd.Settled && seen.State is VideoState.Failed or VideoState.NeedsAttention or VideoState.Parked)
        {
            var error = seen.FailureKind?.ToString() ?? seen.Failure?.Kind.ToString() ?? seen.State.ToString();
            span?.SetTag(TelemetryNames.ErrorType, error).SetStatus(ActivityStatusCode.Error, error);
        }
    }

    public void Dispose()
    {
        stage?.Dispose();
        attempt?.End(Find(seen));
        if (!isEnded)
        {
            span?.SetStatus(ActivityStatusCode.Error, "the run broke off");
        }

        span?.Dispose();
        meter.Ends();
    }

    private static Activity? Start(VideoJob job)
    {
        var isKept = ActivityContext.TryParse(job.TraceParent, null, isRemote: true, out var kept);
        return Activity.Current is null && isKept ? Source.StartActivity(TelemetryNames.JobSpan, ActivityKind.Internal, kept)
            : isKept && Activity.Current?.TraceId != kept.TraceId ? Source.StartActivity(ActivityKind.Internal, links: [new ActivityLink(kept)], name: TelemetryNames.JobSpan)
            : Source.StartActivity(TelemetryNames.JobSpan);
    }

    private Attempt? Find(VideoJob job) => job.Attempts.FirstOrDefault(known => known.Number == attempt?.Number);

    private void Enter(VideoJob job)
    {
        if (attempt is null && job.CurrentAttempt is { IsClosed: false } open)
        {
            attempt = AttemptTrace.Begin(Source, open);
        }

        stage = job.IsEnded ? null : Source.StartActivity($"videogen.{job.Stage.ToLowerInvariant()}");
    }

    private void Leave(VideoJob job)
    {
        stage?.Dispose();
        if (attempt is not null && (Find(job) is not { IsClosed: false } current || current.Number != job.CurrentAttempt?.Number))
        {
            attempt.End(Find(job));
            attempt = null;
        }
    }
}
