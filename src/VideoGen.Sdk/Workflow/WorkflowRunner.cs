using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Runs a job through the table until it ends, waits for nobody, or is taken away. The only one who acts on stage results and saves jobs.</summary>
internal sealed partial class WorkflowRunner(
    GenerationWorkflow workflow, IJobStore store, AttemptMoney money, Wakeups wakeups, ResultToJob results, TimeProvider timeProvider, ILogger<WorkflowRunner> logger)
{
    /// <summary>Runs the job.</summary>
    /// <param name="stored">The job, owned by <paramref name="owner"/>.</param>
    /// <param name="owner">This process.</param>
    /// <param name="report">Told after every change.</param>
    /// <param name="stop">Observed between stages and while waiting; never between an intent and its outcome.</param>
    public async Task<RunEnd> RunAsync(StoredJob stored, OwnerLease owner, Action<VideoProgress> report, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop, owner.Lost);
        var current = await WakeAsync(stored).ConfigureAwait(false);
        while (current is not null)
        {
            var (job, stamp) = current;
            if (job.IsEnded || stamp.OwnerId is null)
            {
                return new RunEnd.Settled(job);
            }

            if (owner.Lost.IsCancellationRequested)
            {
                return new RunEnd.Lost("this owner was declared dead");
            }

            if (stop.IsCancellationRequested)
            {
                return await ReleaseAsync(current).ConfigureAwait(false);
            }

            try
            {
                var signals = await store.GetSignalsAsync(job.Id, CancellationToken.None).ConfigureAwait(false);
                var step = await StepAsync(current, signals, owner, report, ended.Token).ConfigureAwait(false);
                if (step.End is { } end)
                {
                    return end;
                }

                current = step.Next!;
                report(Progressed(current.Job, 0));
                if (step.Delay > TimeSpan.Zero)
                {
                    await wakeups.SleepAsync(job.Id, step.Delay, ended.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // The head of the loop says which of the two it was.
            }
        }

        return new RunEnd.Lost("the fence refused the first save");
    }

    private async Task<RunStep> StepAsync(StoredJob current, JobSignals signals, OwnerLease owner, Action<VideoProgress> report, CancellationToken cancellationToken)
    {
        var job = current.Job;
        if (signals.CancelAskedAt is not null && job.CurrentAttempt is not { IntentAt: not null, IsClosed: false } && !IsAfterSettle(job))
        {
            return await SaveAsync(await CancelAsync(job).ConfigureAwait(false), current.Stamp, TimeSpan.Zero, keepOwner: false).ConfigureAwait(false);
        }

        if (job.DueAt is { } due && due > timeProvider.GetUtcNow())
        {
            return new RunStep(current, due - timeProvider.GetUtcNow());
        }

        if (job.State == VideoState.Scheduled)
        {
            return await SaveAsync(job with { State = VideoState.Running, DueAt = null }, current.Stamp, TimeSpan.Zero, keepOwner: true).ConfigureAwait(false);
        }

        if (workflow.Find(job.Stage) is not { } stage)
        {
            return await SaveAsync(job with { State = VideoState.Parked, Reason = $"This release knows no stage '{job.Stage}'." }, current.Stamp, TimeSpan.Zero, keepOwner: false).ConfigureAwait(false);
        }

        var context = new StageContext(current, signals, owner, share => report(Progressed(job, share)));
        var result = await RunStageAsync(stage, context, cancellationToken).ConfigureAwait(false);
        return await ApplyAsync(current with { Stamp = context.Stamp }, signals, result).ConfigureAwait(false);
    }

    private async Task<StageResult> RunStageAsync(WorkflowStep stage, StageContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await stage.Stage.RunAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not StoreException && !cancellationToken.IsCancellationRequested)
        {
            LogThrown(stage.Name, context.Job.Id, e);
            return ResultToJob.OfUnexpected(context.Job, e);
        }
    }

    private async Task<RunStep> ApplyAsync(StoredJob before, JobSignals signals, StageResult result)
    {
        if (result is StageResult.Dropped dropped)
        {
            return new RunStep(new RunEnd.Lost(dropped.Reason));
        }

        var (job, delay, keepOwner) = results.Apply(result, before.Job, signals);
        if (job.IsEnded && job.State != VideoState.Succeeded && job.CurrentAttempt is { IsClosed: false, IntentAt: null } open)
        {
            // Nothing ends with money held that nobody needs: every end but success closes its attempt first.
            job = await money.ReleaseAsync(job, open, AttemptOutcome.NotSent, null, job.Reason ?? "the job ended").ConfigureAwait(false);
        }

        if (result is StageResult.WaitFor && Deadlines.IsPassedWhileWaiting(job, timeProvider.GetUtcNow()))
        {
            var saved = await SaveAsync(job, before.Stamp, TimeSpan.Zero, keepOwner: false).ConfigureAwait(false);
            return saved.End is null || saved.End is RunEnd.Settled ? new RunStep(new RunEnd.DeadlinePassed(job)) : saved;
        }

        // A wait that changed nothing is not written: in-flight jobs cost no write per poll.
        return job == before.Job && keepOwner
            ? new RunStep(before, delay)
            : await SaveAsync(job, before.Stamp, delay, keepOwner).ConfigureAwait(false);
    }

    private async Task<RunStep> SaveAsync(VideoJob job, JobStamp stamp, TimeSpan delay, bool keepOwner)
    {
        var saved = await store.SaveAsync(job, stamp, keepOwner, CancellationToken.None).ConfigureAwait(false);
        return saved switch
        {
            SaveResult.Lost lost => new RunStep(new RunEnd.Lost(lost.Reason)),
            SaveResult.Saved when !keepOwner || job.IsEnded => new RunStep(new RunEnd.Settled(job)),
            SaveResult.Saved kept => new RunStep(new StoredJob(job, kept.Stamp), delay),
            _ => throw new InvalidOperationException($"Unknown save result {saved.GetType().Name}."),
        };
    }

    private async Task<StoredJob?> WakeAsync(StoredJob stored)
    {
        if (stored.Job.State is VideoState.Running or VideoState.Waiting or VideoState.Scheduled || stored.Job.IsEnded)
        {
            return stored;
        }

        var running = stored.Job with { State = VideoState.Running, DueAt = null };
        return await store.SaveAsync(running, stored.Stamp, keepOwner: true, CancellationToken.None).ConfigureAwait(false) is SaveResult.Saved saved
            ? new StoredJob(running, saved.Stamp)
            : null;
    }

    private async Task<RunEnd> ReleaseAsync(StoredJob current)
    {
        var job = current.Job.State == VideoState.Running ? current.Job with { State = VideoState.Queued } : current.Job;
        var saved = await store.SaveAsync(job, current.Stamp, keepOwner: false, CancellationToken.None).ConfigureAwait(false);
        return saved is SaveResult.Saved ? new RunEnd.Stopped(job) : new RunEnd.Lost("the fence refused the release");
    }

    private async Task<VideoJob> CancelAsync(VideoJob job)
    {
        if (job.CurrentAttempt is { IsClosed: false } open)
        {
            job = await money.ReleaseAsync(job, open, AttemptOutcome.NotSent, null, "cancelled before anything was sent").ConfigureAwait(false);
        }

        return job with { State = VideoState.Cancelled, Reason = "Cancelled before anything was sent.", EndedAt = timeProvider.GetUtcNow(), DueAt = null };
    }

    private static bool IsAfterSettle(VideoJob job) => job.CurrentAttempt is { Outcome: AttemptOutcome.Succeeded };

    private VideoProgress Progressed(VideoJob job, double share) => new()
    {
        JobId = job.Id,
        State = job.State,
        Stage = job.Stage,
        Fraction = job.State == VideoState.Succeeded ? 1 : workflow.Fraction(job.Stage, share),
        Provider = job.CurrentAttempt?.Provider,
        Model = job.CurrentAttempt?.Spec.Model,
        Attempt = job.CurrentAttempt?.Number ?? 0,
        HeldUsd = job.CurrentAttempt is { HeldAt: not null, IsClosed: false } open ? open.EstimateUsd : 0m,
        ChargedUsd = job.CostUsd,
        Message = job.Reason,
    };

    [LoggerMessage(1301, LogLevel.Error, "Stage {Stage} of job {JobId} threw; this is a defect of the stage.")]
    private partial void LogThrown(string stage, string jobId, Exception exception);

    private sealed record RunStep
    {
        public RunStep(RunEnd end) => End = end;

        public RunStep(StoredJob next, TimeSpan delay) => (Next, Delay) = (next, delay);

        public RunEnd? End { get; }

        public StoredJob? Next { get; }

        public TimeSpan Delay { get; }
    }
}
