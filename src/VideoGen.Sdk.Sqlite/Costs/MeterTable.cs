using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>Running totals per scope and calendar period. The period's bounds are the key, so that a changed time zone begins totals of its own.</summary>
internal static class MeterTable
{
    /// <summary>What is counted in the period; missing totals are summed from the lines and, when writing, kept from then on.</summary>
    public static MeterRow Read(SqliteScope sql, LimitScope scope, LimitPeriod period, bool isWriting)
    {
        var name = scope.RowName();
        var known = sql.First(
            "SELECT micro_usd, submissions FROM limit_meters WHERE scope = $scope AND starts_at = $starts AND ends_at = $ends",
            row => new MeterRow(row.Number("micro_usd"), row.Number("submissions")),
            ("scope", name), ("starts", period.StartsAt), ("ends", period.EndsAt));
        return known ?? Sum(sql, scope, period, isWriting ? name : null);
    }

    /// <summary>Keeps the bound that a hold brings with the period's totals, which are there.</summary>
    public static void Watch(SqliteScope sql, Limit limit, LimitPeriod period) => sql.Execute(
        "UPDATE limit_meters SET bound_micro_usd = $bound, limit_name = $name WHERE scope = $scope AND starts_at = $starts AND ends_at = $ends "
        + "AND (bound_micro_usd IS NOT $bound OR limit_name IS NOT $name)",
        ("bound", MicroUsd.OfBound(limit.Amount)), ("name", limit.Name), ("scope", limit.Scope.RowName()), ("starts", period.StartsAt), ("ends", period.EndsAt));

    private static MeterRow Sum(SqliteScope sql, LimitScope scope, LimitPeriod period, string? keepAs)
    {
        var queries = new LimitQueries(sql, scope);
        var sum = new MeterRow(queries.MoneyBetween(period.StartsAt, period.EndsAt), queries.CountBetween(period.StartsAt, period.EndsAt));
        if (keepAs is not null)
        {
            sql.Execute("DELETE FROM limit_meters WHERE scope = $scope AND ends_at <= $now", ("scope", keepAs), ("now", sql.Now));
            sql.Execute(
                "INSERT INTO limit_meters (scope, starts_at, ends_at, micro_usd, submissions) VALUES ($scope, $starts, $ends, $money, $submissions)",
                ("scope", keepAs), ("starts", period.StartsAt), ("ends", period.EndsAt), ("money", sum.MicroUsd), ("submissions", sum.Submissions));
        }

        return sum;
    }
}
