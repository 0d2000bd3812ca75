using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>One limit against what its scope counts now.</summary>
internal readonly struct LimitCheck(Limit limit, ScopeLedger scope, LedgerAttempt? lastOfJob, DateTimeOffset now)
{
    private readonly Limit limit = limit;
    private readonly ScopeLedger scope = scope;
    private readonly LedgerAttempt? lastOfJob = lastOfJob;
    private readonly DateTimeOffset now = now;

    /// <summary>The refusal of this many millionths; null when they fit. Nothing always fits: it adds nothing to any sum.</summary>
    public LimitRefusal? Money(long asked)
    {
        if (asked == 0)
        {
            return null;
        }

        var bound = MicroUsd.OfBound(limit.Amount);
        var meter = limit.Window is LimitWindow.Video or LimitWindow.WhileOpen ? null : scope.MeterOf(limit.Window);
        var used = meter?.MicroUsd(now) ?? (limit.Window is LimitWindow.Video ? MoneyOfJob() : scope.OpenMicroUsd);
        if (asked <= bound - used)
        {
            return null;
        }

        var resetsAt = asked <= bound ? meter?.MoneyResetsAt(asked - (bound - used), now) : null;
        return LimitRefusals.Of(limit, MicroUsd.ToUsd(asked), MicroUsd.ToUsd(used), resetsAt);
    }

    /// <summary>The refusal of one more submission or running place; null when there is one.</summary>
    public LimitRefusal? Place()
    {
        var bound = (long)decimal.Min(limit.Amount, int.MaxValue);
        var (used, resetsAt) = (0L, (DateTimeOffset?)null);
        switch (limit.Window)
        {
            case LimitWindow.Video:
                used = SubmissionsOfJob();
                break;
            case LimitWindow.WhileOpen:
                used = scope.Running + scope.Expiries.CountFrom(now.UtcTicks + 1);
                break;
            default:
                var meter = scope.MeterOf(limit.Window);
                if (meter.HasPlace(bound, now))
                {
                    return null;
                }

                used = meter.Submissions(now);
                resetsAt = bound > 0 ? meter.PlaceResetsAt(used + 1 - bound, now) : null;
                break;
        }

        return used < bound ? null : LimitRefusals.Of(limit, 1m, used, resetsAt);
    }

    private long MoneyOfJob()
    {
        var sum = 0L;
        for (var attempt = lastOfJob; attempt is not null; attempt = attempt.PreviousOfJob)
        {
            sum = checked(sum + (attempt.IsIn(scope) ? attempt.MicroUsd : 0));
        }

        return sum;
    }

    private long SubmissionsOfJob()
    {
        var count = 0L;
        for (var attempt = lastOfJob; attempt is not null; attempt = attempt.PreviousOfJob)
        {
            count += attempt.IsIn(scope) && attempt.IsSubmission ? 1 : 0;
        }

        return count;
    }
}
