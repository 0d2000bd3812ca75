using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>The limits of one request against the database, inside one transaction.</summary>
internal sealed class LimitCheck(PostgreSqlScope sql, HoldRequest request, bool isWriting)
{
    private Dictionary<(string Scope, LimitPeriod Period), MeterRow> meters = [];
    private readonly long asked = MicroUsd.Of(request.EstimateUsd, nameof(request));

    /// <summary>What stands in the way, in the order of the limits; empty when nothing does.</summary>
    public static async Task<IReadOnlyList<LimitRefusal>> RunAsync(PostgreSqlScope sql, HoldRequest request, bool isWriting)
    {
        var check = new LimitCheck(sql, request, isWriting);
        await check.LookAheadAsync().ConfigureAwait(false);
        var refusals = new List<LimitRefusal>();
        foreach (var limit in request.Limits.Where(limit => request.IsIn(limit.Scope)))
        {
            if (await check.RefusalOfAsync(limit).ConfigureAwait(false) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }

        return refusals;
    }

    // The totals of all periods in one exchange: under the ledger's lock, everybody waits for each.
    private async Task LookAheadAsync()
    {
        var periods = request.Limits.Where(limit => limit.Window is LimitWindow.Day or LimitWindow.Month && request.IsIn(limit.Scope))
            .Select(limit => (limit.Scope.RowName(), PeriodOf(limit.Window))).ToHashSet();
        meters = periods.Count > 1 ? await MeterTable.ReadAsync(sql, periods).ConfigureAwait(false) : [];
    }

    private async Task<MeterRow> MeterOfAsync(Limit limit) => meters.TryGetValue((limit.Scope.RowName(), PeriodOf(limit.Window)), out var known)
        ? known
        : await MeterTable.ReadAsync(sql, limit.Scope, PeriodOf(limit.Window), isWriting).ConfigureAwait(false);

    // Nothing always fits a sum: it adds nothing to it.
    private Task<LimitRefusal?> RefusalOfAsync(Limit limit) =>
        limit.Unit is not LimitUnit.Usd ? PlaceAsync(limit) : asked == 0 ? Task.FromResult<LimitRefusal?>(null) : MoneyAsync(limit);

    private async Task<LimitRefusal?> MoneyAsync(Limit limit)
    {
        var queries = new LimitQueries(sql, limit.Scope);
        var used = limit.Window switch
        {
            LimitWindow.Video => await queries.MoneyOfAsync(request.Key.JobId).ConfigureAwait(false),
            LimitWindow.Rolling rolling => await queries.MoneyBetweenAsync(StartOf(rolling), DateTimeOffset.MaxValue).ConfigureAwait(false),
            LimitWindow.WhileOpen => (await queries.OpenAsync().ConfigureAwait(false)).MicroUsd,
            _ => await MoneyOfPeriodAsync(limit).ConfigureAwait(false),
        };
        var bound = MicroUsd.OfBound(limit.Amount);
        return asked <= bound - used ? null : LimitRefusals.Of(limit, MicroUsd.ToUsd(asked), MicroUsd.ToUsd(used), asked > bound ? null : limit.Window switch
        {
            LimitWindow.Rolling rolling => await queries.ReservationThatFreesAsync(asked - (bound - used), StartOf(rolling)).ConfigureAwait(false) + rolling.Span,
            LimitWindow.Day or LimitWindow.Month => PeriodOf(limit.Window).EndsAt,
            _ => null,
        });
    }

    private async Task<long> MoneyOfPeriodAsync(Limit limit)
    {
        var meter = await MeterOfAsync(limit).ConfigureAwait(false);
        if (isWriting && AlertDrafts.IsWatched(limit) && !meter.Watches(limit))
        {
            await MeterTable.WatchAsync(sql, limit, PeriodOf(limit.Window)).ConfigureAwait(false);
        }

        return meter.MicroUsd;
    }

    private async Task<LimitRefusal?> PlaceAsync(Limit limit)
    {
        var queries = new LimitQueries(sql, limit.Scope);
        var bound = (long)decimal.Min(limit.Amount, int.MaxValue);
        var used = limit.Window switch
        {
            LimitWindow.Video => await queries.CountOfAsync(request.Key.JobId).ConfigureAwait(false),
            LimitWindow.Rolling rolling => await CountOfAsync(queries, rolling, bound).ConfigureAwait(false),
            LimitWindow.WhileOpen => (await queries.OpenAsync().ConfigureAwait(false)).Running + await queries.PlacesOfUnverifiedAsync().ConfigureAwait(false),
            _ => (await queries.OpenAsync().ConfigureAwait(false)).Pending
                + (await MeterOfAsync(limit).ConfigureAwait(false)).Submissions,
        };
        return used < bound ? null : LimitRefusals.Of(limit, 1m, used, bound == 0 ? null : limit.Window switch
        {
            // A submission that is still to be posted is taken as posted now.
            LimitWindow.Rolling rolling => (await queries.OldestFromAsync(StartOf(rolling), used - bound).ConfigureAwait(false) ?? sql.Now) + rolling.Span,
            LimitWindow.Day or LimitWindow.Month => PeriodOf(limit.Window).EndsAt,
            _ => null,
        });
    }

    // Counts to the end only when the rate is used up; else it looks at the last N.
    private async Task<long> CountOfAsync(LimitQueries queries, LimitWindow.Rolling rolling, long bound)
    {
        var pending = (await queries.OpenAsync().ConfigureAwait(false)).Pending;
        var from = StartOf(rolling);
        return await queries.HasAtLeastAsync(bound - pending, from).ConfigureAwait(false)
            ? pending + await queries.CountBetweenAsync(from, DateTimeOffset.MaxValue).ConfigureAwait(false)
            : 0;
    }

    // A rolling window has just let go of what is exactly one span old.
    private DateTimeOffset StartOf(LimitWindow.Rolling rolling) => sql.Now - rolling.Span + TimeSpan.FromMicroseconds(1);

    private LimitPeriod PeriodOf(LimitWindow window) =>
        window is LimitWindow.Day { Zone: var zone } ? LimitPeriod.DayOf(sql.Now, zone) : LimitPeriod.MonthOf(sql.Now, ((LimitWindow.Month)window).Zone);
}
