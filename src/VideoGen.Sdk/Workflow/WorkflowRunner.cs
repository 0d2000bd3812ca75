using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow.Stages;
using VideoGen.Sdk.Workflow.Telemetry;

namespace VideoGen.Sdk.Workflow;

/// <summary>Runs a job through the table until it ends, waits for nobody, or is taken away. The only one who acts on stage results and saves jobs.</summary>
internal sealed partial class WorkflowRunner(
    GenerationWorkflow workflow, SignalReads reads, AttemptMoney money, RunSaves saves, RunPause pause, StoreTrouble trouble, ResultToJob results, AdoptionRule adoption, JobMeter meter, TimeProvider timeProvider, ILogger<WorkflowRunner> logger)
{
    /// <summary>Runs the job.</summary>
    /// <param name="stored">The job, owned by <paramref name="owner"/>.</param>
    /// <param name="owner">This process.</param>
    /// <param name="report">Told after every change.</param>
    /// <param name="stop">Observed between stages and while waiting; never between an intent and its outcome.</param>
    /// <param name="place">A worker's place, held while a stage executes; null inline.</param>
    public async Task<RunEnd> RunAsync(StoredJob stored, OwnerLease owner, Action<VideoProgress> report, CancellationToken stop, RunPlace? place = null)
    {
        using var trace = new JobTrace(meter, stored.Job);
        var end = await RunAsync(stored, owner, place, trace, report, stop).ConfigureAwait(false);
        trace.End(end);
        return end;
    }

    private async Task<RunEnd> RunAsync(StoredJob stored, OwnerLease owner, RunPlace? place, JobTrace trace, Action<VideoProgress> report, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop, owner.Lost);
        var progress = new RunProgress(workflow, report);
        var current = stored;
        var troubles = 0;

        // What a stage has acted on. A signal that was left before this run began is still to be heeded.
        var heeded = new JobSignals();
        JobSignals? fresh = null;
        var mark = 0L;
        for (var isRead = true; ;)
        {
            try
            {
                await (place?.EnterAsync(ended.Token) ?? Task.CompletedTask).ConfigureAwait(false);
                if (!isRead)
                {
                    if (await trouble.ReadBackAsync(current).ConfigureAwait(false) is not { } found)
                    {
                        return new RunEnd.Lost("somebody else has the job");
                    }

                    (current, isRead, fresh) = (found, true, null);
                }

                // What came with a save was read after the mark of the step that saved.
                mark = fresh is null ? pause.Mark : mark;
                var step = await NextAsync(current, owner, progress, heeded, fresh, stop, ended.Token).ConfigureAwait(false);
                troubles = 0;
                fresh = step.Delay > TimeSpan.Zero ? null : step.Fresh;
                if (step.End is { } end)
                {
                    progress.TellEnd(end);
                    return end;
                }

                current = step.Next!;
                trace.See(current.Job);
                progress.Tell(current.Job, 0);
                heeded = step.IsOfStage ? step.Signals : heeded;
                if (place is not null && step.Delay > TimeSpan.Zero)
                {
                    if (RunPlace.IsBetterLeft(current.Job, step.Delay) && (await saves.ReleaseAsync(current, heeded, job => new RunEnd.Stopped(job)).ConfigureAwait(false)).End is { } left)
                    {
                        return left;
                    }

                    place.Leave(current.Job);
                }

                fresh ??= await pause.SleepAsync(current.Job.Id, step.Delay, step.Signals, mark, ended.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // The next step says which of the two it was.
            }
            catch (StoreException e) when (StoreTrouble.IsWorthWaiting(e, troubles, stop.IsCancellationRequested))
            {
                isRead = false;
                await trouble.WaitAsync(current.Job.Id, e, ++troubles, owner.Lost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<RunStep> NextAsync(StoredJob current, OwnerLease owner, RunProgress progress, JobSignals heeded, JobSignals? fresh, CancellationToken stop, CancellationToken cancellationToken)
    {
        if (current.Job.IsEnded || current.Stamp.OwnerId is null)
        {
            return new RunStep(current.Job.IsEnded || current.Job.State is VideoState.NeedsAttention or VideoState.Parked ? new RunEnd.Settled(current.Job) : new RunEnd.Stopped(current.Job));
        }

        if (owner.Lost.IsCancellationRequested)
        {
            return new RunStep(new RunEnd.Lost("this owner was declared dead"));
        }

        if (stop.IsCancellationRequested)
        {
            return await saves.ReleaseAsync(current, heeded, job => new RunEnd.Stopped(job)).ConfigureAwait(false);
        }

        var signals = fresh ?? await reads.OfAsync(current.Job.Id).ConfigureAwait(false);
        if (adoption.Instead(current) is { } instead)
        {
            if (current.Job.CurrentAttempt is { IntentAt: not null, RemoteId: null, IsClosed: false } blind)
            {
                await money.DoubtAsync(current.Job, blind, "process after process died before its outcome was known").ConfigureAwait(false);
            }

            return await ApplyAsync(current, signals, instead).ConfigureAwait(false);
        }

        return await StepAsync(current, signals, owner, progress, heeded, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunStep> StepAsync(StoredJob current, JobSignals signals, OwnerLease owner, RunProgress progress, JobSignals heeded, CancellationToken cancellationToken)
    {
        var (job, now) = (current.Job, timeProvider.GetUtcNow());
        if (signals.CancelAskedAt is not null && job.CurrentAttempt is not { IntentAt: not null, IsClosed: false } && !IsAfterSettle(job))
        {
            return await saves.CancelAsync(current, signals).ConfigureAwait(false);
        }

        if (job.State is VideoState.Scheduled && job.DueAt is { } due && due > now && !(signals != heeded && IsAnswerAwaited(job, signals)))
        {
            return Deadlines.WaitingEndsAt(job) is not { } end ? new RunStep(current, due - now, signals)
                : end <= now ? await saves.ReleaseOverdueAsync(current, heeded).ConfigureAwait(false)
                : new RunStep(current, (due < end ? due : end) - now, signals);
        }

        if (job.State is not (VideoState.Running or VideoState.Waiting) && !PlanStage.WaitsForAPlace(job))
        {
            return await saves.SaveAsync(job with { State = VideoState.Running, DueAt = null }, current.Stamp, signals, TimeSpan.Zero, keepOwner: true).ConfigureAwait(false);
        }

        if (workflow.Find(job.Stage) is not { } stage)
        {
            return await ApplyAsync(current, signals, new StageResult.Park(job, $"This release knows no stage '{job.Stage}'.")).ConfigureAwait(false);
        }

        var context = new StageContext(current, signals, owner, share => progress.Tell(job, share));
        var result = await RunStageAsync(stage, context, cancellationToken).ConfigureAwait(false);
        return await ApplyAsync(new StoredJob(context.Job, context.Stamp), signals, result).ConfigureAwait(false) with { IsOfStage = true };
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
        if ((job.IsEnded || job.State == VideoState.Parked) && job.State != VideoState.Succeeded && job.CurrentAttempt is { IsClosed: false, IntentAt: null } open)
        {
            // Nothing ends with money held that nobody needs: every end but success closes its attempt first.
            job = await money.WithdrawAsync(job, open, null, job.Reason ?? "the job ended").ConfigureAwait(false);
        }

        if (result is StageResult.WaitFor && Deadlines.WaitingEndsAt(job) is { } end)
        {
            var left = end - timeProvider.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return await saves.ReleaseOverdueAsync(before with { Job = job }, signals).ConfigureAwait(false);
            }

            delay = left < delay ? left : delay;
        }

        // A wait that changed nothing is not written: in-flight jobs cost no write per poll.
        return job == before.Job && keepOwner
            ? new RunStep(before, delay, signals)
            : await saves.SaveAsync(job, before.Stamp, signals, delay, keepOwner).ConfigureAwait(false);
    }

    // What woke it may be a callback that brought the remote id of a lost answer; any other appointment is kept.
    private static bool IsAnswerAwaited(VideoJob job, JobSignals signals) =>
        signals.WokenAt is not null && job.Stage == GenerationWorkflow.Submit && job.CurrentAttempt is { IntentAt: not null, IsClosed: false };

    private static bool IsAfterSettle(VideoJob job) => job.CurrentAttempt is { Outcome: AttemptOutcome.Succeeded };

    [LoggerMessage(1301, LogLevel.Error, "Stage {Stage} of job {JobId} threw; this is a defect of the stage.")]
    private partial void LogThrown(string stage, string jobId, Exception exception);
}
