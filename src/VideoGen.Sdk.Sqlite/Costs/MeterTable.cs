using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>Running totals of money per scope and calendar period. The period's bounds are the key, so that a changed time zone begins totals of its own.</summary>
internal static class MeterTable
{
    /// <summary>Millionths in the period; a missing total is summed from the lines and, when writing, kept from then on.</summary>
    public static long Read(SqliteScope sql, LimitScope scope, LimitPeriod period, bool isWriting)
    {
        var name = scope.Kind is LimitScopeKind.All ? nameof(LimitScopeKind.All) : $"{scope.Kind}:{scope.Value}";
        var known = sql.First(
            "SELECT micro_usd FROM limit_meters WHERE scope = $scope AND starts_at = $starts AND ends_at = $ends",
            row => row.NumberOrNull("micro_usd"),
            ("scope", name), ("starts", period.StartsAt), ("ends", period.EndsAt));
        if (known is { } total)
        {
            return total;
        }

        var sum = new LimitQueries(sql, scope).MoneyIn(period.StartsAt, period.EndsAt);
        if (isWriting)
        {
            sql.Execute("DELETE FROM limit_meters WHERE scope = $scope AND ends_at <= $now", ("scope", name), ("now", sql.Now));
            sql.Execute(
                "INSERT INTO limit_meters (scope, starts_at, ends_at, micro_usd) VALUES ($scope, $starts, $ends, $sum)",
                ("scope", name), ("starts", period.StartsAt), ("ends", period.EndsAt), ("sum", sum));
        }

        return sum;
    }
}
