using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Tells listeners where a run is. Within an attempt the share only grows: a vendor's estimate may fall back, a progress bar may not.</summary>
internal sealed class RunProgress(GenerationWorkflow workflow, Action<VideoProgress> report)
{
    private readonly Lock gate = new();
    private int attempt = -1;
    private double furthest;

    /// <summary>Tells the end of a run, where the job has one.</summary>
    public void TellEnd(RunEnd end)
    {
        if (end is RunEnd.Settled settled)
        {
            Tell(settled.Job, 0);
        }
    }

    public void Tell(VideoJob job, double share)
    {
        var number = job.CurrentAttempt?.Number ?? 0;
        var fraction = job.State == VideoState.Succeeded ? 1 : workflow.Fraction(job.Stage, share);
        lock (gate)
        {
            furthest = number == attempt ? Math.Max(furthest, fraction) : fraction;
            (attempt, fraction) = (number, furthest);
        }

        report(Of(job, fraction));
    }

    /// <summary>A job as it is told.</summary>
    public static VideoProgress Of(VideoJob job, double fraction) => new()
    {
        JobId = job.Id,
        State = job.State,
        Stage = job.Stage,
        Fraction = fraction,
        Provider = job.CurrentAttempt?.Provider,
        Model = job.CurrentAttempt?.Spec.Model,
        Attempt = job.CurrentAttempt?.Number ?? 0,
        HeldUsd = job.CurrentAttempt is { HeldAt: not null, IsClosed: false } open ? open.EstimateUsd : 0m,
        ChargedUsd = job.CostUsd,
        Message = job.Reason,
    };
}
