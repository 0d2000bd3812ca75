using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>The limits of one request against the file, inside one transaction.</summary>
internal sealed class LimitCheck(SqliteScope sql, HoldRequest request, bool isWriting)
{
    private readonly long asked = MicroUsd.Of(request.EstimateUsd, nameof(request));

    /// <summary>What stands in the way, in the order of the limits; empty when nothing does.</summary>
    public static IReadOnlyList<LimitRefusal> Run(SqliteScope sql, HoldRequest request, bool isWriting)
    {
        var check = new LimitCheck(sql, request, isWriting);
        return [.. request.Limits.Where(limit => request.IsIn(limit.Scope)).Select(check.RefusalOf).OfType<LimitRefusal>()];
    }

    // Nothing always fits a sum: it adds nothing to it.
    private LimitRefusal? RefusalOf(Limit limit) => limit.Unit is not LimitUnit.Usd ? Place(limit) : asked == 0 ? null : Money(limit);

    private LimitRefusal? Money(Limit limit)
    {
        var queries = new LimitQueries(sql, limit.Scope);
        var used = limit.Window switch
        {
            LimitWindow.Video => queries.MoneyOf(request.Key.JobId),
            LimitWindow.Rolling rolling => queries.MoneyBetween(StartOf(rolling), DateTimeOffset.MaxValue),
            LimitWindow.WhileOpen => queries.Open().MicroUsd,
            _ => MeterTable.Read(sql, limit.Scope, PeriodOf(limit.Window), isWriting).MicroUsd,
        };
        if (isWriting && AlertDrafts.IsWatched(limit))
        {
            MeterTable.Watch(sql, limit, PeriodOf(limit.Window));
        }

        var bound = MicroUsd.OfBound(limit.Amount);
        return asked <= bound - used ? null : LimitRefusals.Of(limit, MicroUsd.ToUsd(asked), MicroUsd.ToUsd(used), asked > bound ? null : limit.Window switch
        {
            LimitWindow.Rolling rolling => queries.ReservationThatFrees(asked - (bound - used), StartOf(rolling)) + rolling.Span,
            LimitWindow.Day or LimitWindow.Month => PeriodOf(limit.Window).EndsAt,
            _ => null,
        });
    }

    private LimitRefusal? Place(Limit limit)
    {
        var queries = new LimitQueries(sql, limit.Scope);
        var bound = (long)decimal.Min(limit.Amount, int.MaxValue);
        var used = limit.Window switch
        {
            LimitWindow.Video => queries.CountOf(request.Key.JobId),
            LimitWindow.Rolling rolling => CountOf(queries, rolling, bound),
            LimitWindow.WhileOpen => queries.Open().Running + queries.PlacesOfUnverified(),
            _ => queries.Open().Pending + MeterTable.Read(sql, limit.Scope, PeriodOf(limit.Window), isWriting).Submissions,
        };
        return used < bound ? null : LimitRefusals.Of(limit, 1m, used, bound == 0 ? null : limit.Window switch
        {
            // A submission that is still to be posted is taken as posted now.
            LimitWindow.Rolling rolling => (queries.OldestFrom(StartOf(rolling), used - bound) ?? sql.Now) + rolling.Span,
            LimitWindow.Day or LimitWindow.Month => PeriodOf(limit.Window).EndsAt,
            _ => null,
        });
    }

    // Counts to the end only when the rate is used up; else it looks at the last N.
    private long CountOf(LimitQueries queries, LimitWindow.Rolling rolling, long bound)
    {
        var pending = queries.Open().Pending;
        var from = StartOf(rolling);
        return queries.HasAtLeast(bound - pending, from) ? pending + queries.CountBetween(from, DateTimeOffset.MaxValue) : 0;
    }

    // A rolling window has just let go of what is exactly one span old.
    private DateTimeOffset StartOf(LimitWindow.Rolling rolling) => sql.Now - rolling.Span + TimeSpan.FromMicroseconds(1);

    private LimitPeriod PeriodOf(LimitWindow window) =>
        window is LimitWindow.Day { Zone: var zone } ? LimitPeriod.DayOf(sql.Now, zone) : LimitPeriod.MonthOf(sql.Now, ((LimitWindow.Month)window).Zone);
}
