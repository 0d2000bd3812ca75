using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>The limits of one request against the database, inside one transaction.</summary>
internal sealed class LimitCheck(PostgreSqlScope sql, HoldRequest request, LimitLook look, bool isWriting)
{
    private readonly long asked = MicroUsd.Of(request.EstimateUsd, nameof(request));

    /// <summary>What stands in the way, in the order of the limits; empty when nothing does.</summary>
    public static async Task<IReadOnlyList<LimitRefusal>> RunAsync(PostgreSqlScope sql, HoldRequest request, LimitLook look, bool isWriting)
    {
        var check = new LimitCheck(sql, request, look, isWriting);
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

    private async Task<MeterRow> MeterOfAsync(Limit limit) => look.MeterOf(limit.Scope, PeriodOf(limit.Window))
        ?? await MeterTable.ReadAsync(sql, limit.Scope, PeriodOf(limit.Window), isWriting).ConfigureAwait(false);

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
            LimitWindow.WhileOpen => look.OpenOf(limit.Scope).MicroUsd,
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
            LimitWindow.Rolling rolling => await CountOfAsync(queries, look.OpenOf(limit.Scope).Pending, rolling, bound).ConfigureAwait(false),
            LimitWindow.WhileOpen => look.OpenOf(limit.Scope).Running + look.PlacesOfUnverified(limit.Scope),
            _ => look.OpenOf(limit.Scope).Pending + (await MeterOfAsync(limit).ConfigureAwait(false)).Submissions,
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
    private async Task<long> CountOfAsync(LimitQueries queries, long pending, LimitWindow.Rolling rolling, long bound)
    {
        var from = StartOf(rolling);
        return await queries.HasAtLeastAsync(bound - pending, from).ConfigureAwait(false)
            ? pending + await queries.CountBetweenAsync(from, DateTimeOffset.MaxValue).ConfigureAwait(false)
            : 0;
    }

    // A rolling window has just let go of what is exactly one span old.
    private DateTimeOffset StartOf(LimitWindow.Rolling rolling) => sql.Now - rolling.Span + TimeSpan.FromMicroseconds(1);

    private LimitPeriod PeriodOf(LimitWindow window) => LimitLook.PeriodOf(window, sql.Now);
}
