using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>Chooses the candidate of the next attempt. Holds nothing.</summary>
internal sealed class PlanStage(Planner planner, FailurePolicy policy, QueuePauses pauses, IOptionsMonitor<RoutingOptions> routing, IOptionsMonitor<BudgetOptions> budgets, Providers.ProviderRegistry registry, TimeProvider timeProvider) : IStage
{
    private static readonly TimeSpan PlaceCheck = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LaterPlaceCheck = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseCheck = TimeSpan.FromSeconds(30);

    /// <summary>Whether the job waits for a running place, which may come free at any moment: it is planned again and again in memory and written only when something came of it.</summary>
    public static bool WaitsForAPlace(VideoJob job) => job is { State: VideoState.Scheduled, Stage: GenerationWorkflow.Plan, LimitInTheWay: { IsFitting: false, ResetsAt: null }, DueAt: not null };

    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var job = context.Job;
        if (Deadlines.IsPassedBeforeSubmit(job, timeProvider.GetUtcNow()))
        {
            return new StageResult.Fail(job, JobFailureKind.DeadlinePassed, "The deadline passed before anything was sent.");
        }

        if (policy.IsSpent(job))
        {
            return AllFailed(job);
        }

        var route = await RouteAsync(job, cancellationToken).ConfigureAwait(false);
        if (route.Candidates.Count == 0 && route.Plan.Exclusions.Any(e => e.Reason == QueuePauses.Reason))
        {
            return new StageResult.RetryLater(job, PauseCheck, "waits for the end of a pause");
        }

        if (job.LimitInTheWay is null || route.Plan.Choice is not null)
        {
            // While a job waits for a slot it plans again and again; the first of those plans says it all. While it waits for a provider, the last one does.
            job = job with { Plans = [.. job.Plans is [.., { Candidates.Count: 0 }] && route.Candidates.Count == 0 ? job.Plans.SkipLast(1) : job.Plans, route.Plan] };
        }

        var now = timeProvider.GetUtcNow();
        if (route.Candidates.Count == 0 && route.HealsAt is { } heals)
        {
            // A vendor in trouble costs a wait, not the job. Not all at one moment: after a lost answer one job goes first, and whoever comes a little later sees that before it holds money.
            return new StageResult.RetryLater(job, heals - now + Backoff.Full(tries: 3, TimeSpan.FromSeconds(8)), $"waits for a provider: {string.Join(" ", route.Plan.Exclusions.Select(e => $"{e.Provider}: {e.Reason}"))}");
        }

        if (route.Candidates.Count == 0)
        {
            return job.Attempts.Count > job.ForgivenAttempts ? AllFailed(job) : new StageResult.Fail(job, JobFailureKind.NoCandidate, NoCandidateException.From(route.Plan.Exclusions, null).Message);
        }

        foreach (var candidate in route.Candidates)
        {
            if (candidate.Refusals.Count == 0)
            {
                return new StageResult.Advance(job with { Attempts = [.. job.Attempts, NewAttempt(job, candidate, now)], LimitInTheWay = null, Reason = null });
            }

            if (IsOnlyAPlaceMissing(candidate))
            {
                if (now - WaitsSince(job, now) < routing.CurrentValue.MaxSlotWait && !HasFreePeer(route, candidate))
                {
                    return WaitForPlace(job, candidate, now, PlaceCheck);
                }
            }
            else if (SlotFreeAt(candidate, now) is { } free && free - now <= routing.CurrentValue.MaxSlotWait && !(free > DeadlineOf(job)) && !HasFreePeer(route, candidate))
            {
                return Wait(job, candidate, free - now);
            }
        }

        return NoneFits(job, route, now);
    }

    private StageResult NoneFits(VideoJob job, RoutePlan route, DateTimeOffset now)
    {
        var earliest = route.Candidates.Where(c => SlotFreeAt(c, now) is not null).MinBy(c => SlotFreeAt(c, now));
        if (earliest is not null && IsOnlyAPlaceMissing(earliest))
        {
            return WaitForPlace(job, earliest, now, LaterPlaceCheck);
        }

        if (earliest is not null)
        {
            return Wait(job, earliest, SlotFreeAt(earliest, now)!.Value - now);
        }

        var cheapest = route.Candidates.MinBy(c => c.Plan.EstimateUsd)!;
        job = job with { LimitInTheWay = cheapest.Plan.Verdict };
        if (budgets.CurrentValue.OnBudgetExhausted == BudgetExhaustion.WaitForReset && route.Candidates.Min(c => RoomAt(c, now)) is { } reset && !(reset > DeadlineOf(job)))
        {
            return new StageResult.RetryLater(job, reset - now > PlaceCheck ? reset - now : PlaceCheck, $"waits for the budget: {cheapest.Plan.Verdict.Limit}");
        }

        return new StageResult.Fail(job, JobFailureKind.BudgetExceeded, BudgetExceededException.From(cheapest.Plan.Verdict, null).Message);
    }

    // A slot in sight is waited for only while nobody further down could start at once.
    private static bool HasFreePeer(RoutePlan route, Candidate candidate) =>
        candidate.Refusals.Any(r => r.ResetsAt is null) && route.Candidates.Any(c => c.Refusals.Count == 0);

    private static StageResult.RetryLater Wait(VideoJob job, Candidate candidate, TimeSpan delay) =>
        new(job with { LimitInTheWay = candidate.Plan.Verdict }, delay > PlaceCheck ? delay : PlaceCheck, $"waits for a slot: {candidate.Plan.Verdict.Limit}");

    private static bool IsOnlyAPlaceMissing(Candidate candidate) => candidate.Refusals.All(r => r.Limit.Window is LimitWindow.WhileOpen);

    private static DateTimeOffset WaitsSince(VideoJob job, DateTimeOffset now) => WaitsForAPlace(job) ? job.DueAt!.Value - PlaceCheck : now;

    private static StageResult.WaitForRoom WaitForPlace(VideoJob job, Candidate candidate, DateTimeOffset now, TimeSpan delay) =>
        new(WaitsForAPlace(job) ? job : job with { LimitInTheWay = candidate.Plan.Verdict, DueAt = now + PlaceCheck, Reason = $"waits for a slot: {candidate.Plan.Verdict.Limit}" }, delay);

    /// <summary>When slots alone stand in the way: the time at which there may be one. Null when money does.</summary>
    private static DateTimeOffset? SlotFreeAt(Candidate candidate, DateTimeOffset now) =>
        candidate.Refusals.All(r => r.Limit.Unit == LimitUnit.Submissions) ? RoomAt(candidate, now) : null;

    /// <summary>When every limit that leaves no room has begun anew; null when one never does.</summary>
    private static DateTimeOffset? RoomAt(Candidate candidate, DateTimeOffset now) =>
        candidate.Refusals.All(r => r.ResetsAt is not null || r.Limit.Window is LimitWindow.WhileOpen) ? candidate.Refusals.Max(r => r.ResetsAt ?? now) : null;

    private static DateTimeOffset? DeadlineOf(VideoJob job) => job.CreatedAt + job.Request.Deadline;

    // Who stood aside for another is asked again when that other does not fit after all: prices of earlier attempts may have taken its room.
    private async Task<RoutePlan> RouteAsync(VideoJob job, CancellationToken cancellationToken)
    {
        var paused = await pauses.LeftOutAsync(cancellationToken).ConfigureAwait(false);
        var leftOut = policy.LeftOut(job);
        var route = await planner.PlanAsync(job.Request, HistoryOf(job, leftOut, paused), cancellationToken).ConfigureAwait(false);
        return route.Plan.Choice is null && policy.LeftOutForGood(job) is var forGood && forGood.Count < leftOut.Count
            ? await planner.PlanAsync(job.Request, HistoryOf(job, forGood, paused), cancellationToken).ConfigureAwait(false)
            : route;
    }

    private RouteHistory HistoryOf(VideoJob job, IReadOnlyDictionary<string, string> leftOut, IReadOnlyDictionary<string, string> paused) => new()
    {
        JobId = job.Id,
        NextAttempt = job.Attempts.Count + 1,
        LeftOut = paused.Count == 0 ? leftOut : new Dictionary<string, string>([.. leftOut.Where(left => !paused.ContainsKey(left.Key)), .. paused], StringComparer.OrdinalIgnoreCase),
        WasPaidTried = job.Attempts.Any(a => registry.Find(a.Provider, a.Account)?.Provider.Descriptor.IsPaid ?? true),
    };

    private static Attempt NewAttempt(VideoJob job, Candidate candidate, DateTimeOffset now) => new()
    {
        Number = job.Attempts.Count + 1,
        Provider = candidate.Plan.Provider,
        Account = candidate.Plan.Account,
        Spec = candidate.Spec,
        ClientReference = $"vg-{Guid.CreateVersion7(now):N}",
        EstimateUsd = candidate.Plan.EstimateUsd,
        LongestRun = candidate.Plan.LongestRun,
        PlannedAt = now,
    };

    private static StageResult.Fail AllFailed(VideoJob job)
    {
        var last = job.Attempts[^1];
        var attempts = string.Join("; ", job.Attempts.Select(AttemptSentence.Of));
        return new StageResult.Fail(job, JobFailureKind.AllProvidersFailed, $"All providers failed: {attempts}.", last.Failure);
    }
}
