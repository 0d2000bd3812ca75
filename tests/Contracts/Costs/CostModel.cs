using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>The books kept the slow and obvious way: a list of attempts, walked again for every question.</summary>
internal sealed class CostModel(TimeProvider clock)
{
    private readonly List<ModelAttempt> attempts = [];

    private DateTimeOffset Now => clock.GetUtcNow();

    public EntryFold FoldOf(AttemptKey key) => attempts.Single(attempt => attempt.Request.Key == key).Fold;

    public IReadOnlyList<LimitRefusal> Hold(HoldRequest request)
    {
        var refusals = RefusalsOf(request);
        if (refusals.Count == 0 && Find(request.Key) is null)
        {
            attempts.Add(new ModelAttempt(request, Now));
        }

        return refusals;
    }

    /// <summary>False when the call must be refused.</summary>
    public bool Step(CostCall call) => Find(call.Key) is { } attempt && attempt.Step(call, Now);

    public IReadOnlyList<LimitRefusal> RefusalsOf(HoldRequest request) => Find(request.Key) is not null ? [] :
        [.. request.Limits.Where(limit => request.IsIn(limit.Scope)).Select(limit => RefusalOf(limit, request)).OfType<LimitRefusal>()];

    private ModelAttempt? Find(AttemptKey key) => attempts.Find(attempt => attempt.Request.Key == key);

    private LimitRefusal? RefusalOf(Limit limit, HoldRequest request)
    {
        var asked = limit.Unit is LimitUnit.Usd ? request.EstimateUsd : 1m;
        var used = UsedAt(limit, request, Now);
        return asked == 0m || used + asked <= limit.Amount ? null : new LimitRefusal
        {
            Limit = limit,
            Asked = asked,
            Available = Math.Max(0m, limit.Amount - used),
            ResetsAt = asked > limit.Amount ? null : ResetsAt(limit, request, asked),
        };
    }

    private decimal UsedAt(Limit limit, HoldRequest request, DateTimeOffset instant) => attempts
        .Where(attempt => attempt.Request.IsIn(limit.Scope))
        .Where(attempt => limit.Window switch
        {
            LimitWindow.Video => attempt.Request.Key.JobId == request.Key.JobId,
            LimitWindow.WhileOpen => limit.Unit is LimitUnit.Usd ? attempt.IsOpen : attempt.HasPlaceAt(instant),
            LimitWindow.Rolling(var span) => attempt.CountsAt(limit.Unit, Now) > instant - span,
            LimitWindow.Day(var zone) => LimitPeriod.DayOf(attempt.CountsAt(limit.Unit, Now), zone) == LimitPeriod.DayOf(instant, zone),
            LimitWindow.Month(var zone) => LimitPeriod.MonthOf(attempt.CountsAt(limit.Unit, Now), zone) == LimitPeriod.MonthOf(instant, zone),
            _ => throw new InvalidOperationException(),
        })
        .Sum(attempt => limit.Unit is LimitUnit.Usd ? attempt.Usd : limit.Window is LimitWindow.WhileOpen || attempt.IsSubmission ? 1m : 0m);

    private DateTimeOffset? ResetsAt(Limit limit, HoldRequest request, decimal asked) => limit.Window switch
    {
        LimitWindow.Day(var zone) => LimitPeriod.DayOf(Now, zone).EndsAt,
        LimitWindow.Month(var zone) => LimitPeriod.MonthOf(Now, zone).EndsAt,
        LimitWindow.Rolling(var span) => attempts.Select(attempt => attempt.CountsAt(limit.Unit, Now) + span).Order()
            .First(instant => UsedAt(limit, request, instant) + asked <= limit.Amount),
        _ => null,
    };
}
