using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;
using Micro = VideoGen.Sdk.Costs.Ledger.MicroUsd;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>The limits of one request against the file, inside one transaction.</summary>
internal sealed class LimitCheck(SqliteScope sql, HoldRequest request, bool isWriting)
{
    private readonly long asked = Micro.Of(request.EstimateUsd, nameof(request));

    /// <summary>What stands in the way, in the order of the limits; empty when nothing does.</summary>
    public static IReadOnlyList<LimitRefusal> Run(SqliteScope sql, HoldRequest request, bool isWriting)
    {
        var check = new LimitCheck(sql, request, isWriting);
        return [.. request.Limits.Where(limit => request.IsIn(limit.Scope)).Select(check.RefusalOf).OfType<LimitRefusal>()];
    }

    private LimitRefusal? RefusalOf(Limit limit)
    {
        var window = limit.Window switch
        {
            // A rolling window has just let go of what is exactly one span old.
            LimitWindow.Rolling rolling => new Stretch(sql.Now - rolling.Span + TimeSpan.FromMicroseconds(1), null, rolling.Span),
            LimitWindow.Day day => new Stretch(LimitPeriod.DayOf(sql.Now, day.Zone)),
            LimitWindow.Month month => new Stretch(LimitPeriod.MonthOf(sql.Now, month.Zone)),
            _ => default(Stretch?),
        };
        return limit.Unit is LimitUnit.Usd ? Money(limit, window) : Place(limit, window);
    }

    // Nothing always fits: it adds nothing to any sum.
    private LimitRefusal? Money(Limit limit, Stretch? window)
    {
        if (asked == 0)
        {
            return null;
        }

        var queries = new LimitQueries(sql, limit.Scope);
        var bound = Micro.OfBound(limit.Amount);
        var used = window switch
        {
            { Period: { } period } => MeterTable.Read(sql, limit.Scope, period, isWriting),
            { From: var from } => queries.MoneyIn(from, long.MaxValue),
            null when limit.Window is LimitWindow.Video => queries.MoneyOf(request.Key.JobId),
            _ => queries.MoneyWhileOpen(),
        };
        if (asked <= bound - used)
        {
            return null;
        }

        var resetsAt = asked > bound ? null : window switch
        {
            { Period: { } period } => period.EndsAt,
            { From: var from, Span: var span } => queries.ReservationThatFrees(asked - (bound - used), from) + span,
            _ => default(DateTimeOffset?),
        };
        return LimitRefusals.Of(limit, Micro.ToUsd(asked), Micro.ToUsd(used), resetsAt);
    }

    private LimitRefusal? Place(Limit limit, Stretch? window)
    {
        var queries = new LimitQueries(sql, limit.Scope);
        var bound = (long)decimal.Min(limit.Amount, int.MaxValue);
        if (window is not { } stretch)
        {
            var taken = limit.Window is LimitWindow.Video ? queries.CountOf(request.Key.JobId) : queries.PlacesWhileOpen();
            return taken < bound ? null : LimitRefusals.Of(limit, 1m, taken, null);
        }

        var pending = queries.Pending();
        if (!queries.HasAtLeast(bound - pending, stretch.From))
        {
            return null;
        }

        var used = pending + queries.CountFrom(stretch.From);
        return LimitRefusals.Of(limit, 1m, used, bound == 0 ? null : PlaceResetsAt(queries, stretch, used - bound));
    }

    // A submission that is still to be posted is taken as posted now.
    private DateTimeOffset PlaceResetsAt(LimitQueries queries, Stretch stretch, long place) =>
        stretch.Period?.EndsAt ?? (queries.OldestFrom(stretch.From, place) ?? sql.Now) + stretch.Span;

    private readonly record struct Stretch(DateTimeOffset From, LimitPeriod? Period, TimeSpan Span)
    {
        public Stretch(LimitPeriod period)
            : this(period.StartsAt, period, default)
        {
        }
    }
}
