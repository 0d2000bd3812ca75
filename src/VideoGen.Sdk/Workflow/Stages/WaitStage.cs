using Microsoft.Extensions.Options;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Diagnostics;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>Asks once how an accepted job stands. The runner does the waiting.</summary>
internal sealed class WaitStage(ProviderRegistry registry, AttemptMoney money, PollPace pace, VideoMetrics metrics, IOptionsMonitor<WorkflowOptions> options, TimeProvider timeProvider) : IStage
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(3);

    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        if (attempt.Verdict != SubmissionVerdict.Accepted || attempt.FinalStatus is not null)
        {
            return new StageResult.Advance(job);
        }

        if (registry.Find(attempt.Provider, attempt.Account) is not { } registration)
        {
            return new StageResult.NeedsAttention(job, $"{attempt.Provider}/{attempt.Account} works on a paid job but is not registered in this process.", TimeSpan.FromMinutes(1));
        }

        var provider = registration.Provider;
        try
        {
            if (context.IsCancelAsked && !attempt.IsCancelAsked && await TryCancelAsync(job, attempt, provider, cancellationToken).ConfigureAwait(false) is { } cancelled)
            {
                return cancelled;
            }

            var status = await LookAsync(provider, attempt, cancellationToken).ConfigureAwait(false);
            context.Report(status.Progress ?? await pace.ExpectedShareAsync(attempt, cancellationToken).ConfigureAwait(false));
            return await JudgeAsync(context, provider.Descriptor, status, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderCallException e)
        {
            // A question that could not be asked says nothing about the job: ask again, at the vendor's pace.
            return new StageResult.WaitFor(job, pace.AfterFailure(provider.Descriptor, attempt, e.Failure));
        }
    }

    private async Task<StageResult> JudgeAsync(StageContext context, ProviderDescriptor descriptor, ProviderJobStatus status, CancellationToken cancellationToken)
    {
        var (job, attempt, now) = (context.Job, context.Attempt, timeProvider.GetUtcNow());
        if (status.State == ProviderJobState.Succeeded)
        {
            await pace.LearnAsync(attempt, context.Signals.WokenAt).ConfigureAwait(false);
        }

        var raised = await money.RaiseAsync(job, attempt, status.EstimateUsd).ConfigureAwait(false);
        if (raised != attempt)
        {
            (attempt, job) = (raised, job.WithAttempt(raised));
        }

        if (status.IsEnded)
        {
            return new StageResult.Advance(job.WithAttempt(attempt with { FinalStatus = status, Failure = status.Failure, UnclearSince = null }));
        }

        var isUnclear = status.State is ProviderJobState.NotVisible or ProviderJobState.Unknown;
        if (isUnclear != attempt.UnclearSince is not null)
        {
            attempt = attempt with { UnclearSince = isUnclear ? now : null };
            job = job.WithAttempt(attempt);
        }

        return attempt.UnclearSince is { } since && now - since >= options.CurrentValue.UnclearCeiling
            ? new StageResult.NeedsAttention(job, $"{attempt.Provider} has shown {(status.State == ProviderJobState.NotVisible ? "no such job" : $"the unknown state '{status.WireState}'")} for {(now - since).TotalMinutes:0} minutes.", options.CurrentValue.UnclearCeiling)
            : new StageResult.WaitFor(job, await pace.NextAsync(descriptor, attempt, status, cancellationToken).ConfigureAwait(false));
    }

    private Task<ProviderJobStatus> LookAsync(IVideoProvider provider, Attempt attempt, CancellationToken cancellationToken)
    {
        metrics.Polls.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Provider, attempt.Provider));
        return BoundedAsync(attempt, token => provider.GetStatusAsync(Remote.Of(attempt), token), cancellationToken);
    }

    // Built-in clients bound every phase of a request themselves; a provider that ignores its token must not hold the job, and its place, for ever.
    private async Task<T> BoundedAsync<T>(Attempt attempt, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(LongestLook, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await call(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProviderCallException(attempt.Provider, new ProviderFailure { Kind = ProviderFailureKind.Timeout, Message = $"no answer within {LongestLook.TotalMinutes:0} minutes" });
        }
    }

    // A cancel that fails must not starve the status: the job may be finished and paid. It is tried again with the next poll.
    private async Task<StageResult?> TryCancelAsync(VideoJob job, Attempt attempt, IVideoProvider provider, CancellationToken cancellationToken)
    {
        try
        {
            return await CancelAsync(job, attempt, provider, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderCallException)
        {
            return null;
        }
    }

    private async Task<StageResult> CancelAsync(VideoJob job, Attempt attempt, IVideoProvider provider, CancellationToken cancellationToken)
    {
        var outcome = await BoundedAsync(attempt, token => provider.CancelAsync(Remote.Of(attempt), token), cancellationToken).ConfigureAwait(false);
        attempt = attempt with { IsCancelAsked = true };
        ProviderJobStatus? ended = outcome switch
        {
            ProviderCancelOutcome.CancelledFree => Cancelled(ChargeCertainty.None),
            ProviderCancelOutcome.CancelledChargeUnknown => await LastWordAsync(attempt, provider, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
        return ended is null
            ? new StageResult.WaitFor(job.WithAttempt(attempt), TimeSpan.Zero)
            : new StageResult.Advance(job.WithAttempt(attempt with { FinalStatus = ended, Failure = ended.Failure }));
    }

    // The vendor may know by now what the cancelled job cost; without its word the money stays unverified.
    private async Task<ProviderJobStatus> LastWordAsync(Attempt attempt, IVideoProvider provider, CancellationToken cancellationToken)
    {
        var unknown = Cancelled(ChargeCertainty.Unknown);
        try
        {
            var status = await LookAsync(provider, attempt, cancellationToken).ConfigureAwait(false);
            return !status.IsEnded ? unknown : status.State == ProviderJobState.Succeeded || status.Failure is not null ? status : status with { Failure = unknown.Failure };
        }
        catch (ProviderCallException)
        {
            return unknown;
        }
    }

    private static ProviderJobStatus Cancelled(ChargeCertainty charge) => new()
    {
        State = ProviderJobState.Cancelled,
        Failure = new ProviderFailure { Kind = ProviderFailureKind.Transient, Charge = charge, Message = "cancelled at the vendor by our wish" },
    };
}
