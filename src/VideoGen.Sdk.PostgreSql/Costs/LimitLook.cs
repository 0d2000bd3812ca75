using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>The totals that limits of these requests are held against, asked for in one exchange: under the ledger's lock, everybody waits for each.</summary>
internal sealed class LimitLook(IReadOnlyCollection<HoldRequest> requests, DateTimeOffset now)
{
    private readonly Dictionary<LimitScope, List<long>> places = [];
    private (string Scope, LimitPeriod Period)[] periods = [];
    private List<(int Position, MeterRow Meter)> meters = [];
    private List<(string Scope, OpenRow Open)> open = [];

    /// <summary>The day or month of a window that this instant lies in.</summary>
    public static LimitPeriod PeriodOf(LimitWindow window, DateTimeOffset now) =>
        window is LimitWindow.Day { Zone: var zone } ? LimitPeriod.DayOf(now, zone) : LimitPeriod.MonthOf(now, ((LimitWindow.Month)window).Zone);

    /// <summary>Adds the questions.</summary>
    public void Ask(PostgreSqlExchange exchange)
    {
        var limits = requests.SelectMany(request => request.Limits.Where(limit => request.IsIn(limit.Scope))).ToList();
        periods = [.. limits.Where(limit => limit.Window is LimitWindow.Day or LimitWindow.Month).Select(limit => (limit.Scope.RowName(), PeriodOf(limit.Window, now))).Distinct()];
        if (periods.Length > 0)
        {
            meters = MeterTable.Read(exchange, periods);
        }

        var counted = limits.Where(limit => limit.Window is LimitWindow.WhileOpen || (limit.Unit is LimitUnit.Submissions && limit.Window is not LimitWindow.Video)).ToList();
        if (counted.Count > 0)
        {
            open = LimitQueries.Open(exchange, [.. counted.Select(limit => limit.Scope.RowName()).Distinct()]);
        }

        foreach (var scope in counted.Where(limit => limit is { Unit: LimitUnit.Submissions, Window: LimitWindow.WhileOpen }).Select(limit => limit.Scope).Distinct())
        {
            places[scope] = LimitQueries.PlacesOfUnverified(exchange, scope, now);
        }
    }

    /// <summary>What the scope counts in the period; null where no totals are kept yet.</summary>
    public MeterRow? MeterOf(LimitScope scope, LimitPeriod period)
    {
        var name = scope.RowName();
        return meters.Find(row => periods[row.Position] == (name, period)).Meter;
    }

    /// <summary>What the scope has open.</summary>
    public OpenRow OpenOf(LimitScope scope)
    {
        var name = scope.RowName();
        return open.Find(row => row.Scope == name).Open ?? OpenRow.Nothing;
    }

    /// <summary>The places that unverified attempts of the scope still take.</summary>
    public long PlacesOfUnverified(LimitScope scope) => places[scope][0];
}
