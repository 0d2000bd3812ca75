using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Running totals per scope and calendar period. The period's bounds are the key, so that a changed time zone begins totals of its own.</summary>
internal static class MeterTable
{
    /// <summary>What is counted in each of these periods, by its position; those without kept totals are left out.</summary>
    public static List<(int Position, MeterRow Meter)> Read(PostgreSqlExchange exchange, (string Scope, LimitPeriod Period)[] asked) => exchange.Add(
        "SELECT position, usd, submissions, bound, limit_name FROM unnest(@scopes, @starts, @ends) WITH ORDINALITY AS asked (scope, starts_at, ends_at, position) "
        + "JOIN limit_meters USING (scope, starts_at, ends_at)",
        row => ((int)row.Number("position") - 1, Read(row)),
        ("scopes", asked.Select(one => one.Scope).ToArray()),
        ("starts", asked.Select(one => one.Period.StartsAt).ToArray()),
        ("ends", asked.Select(one => one.Period.EndsAt).ToArray()));

    /// <summary>What is counted in the period; missing totals are summed from the lines and, when writing, kept from then on.</summary>
    public static async Task<MeterRow> ReadAsync(PostgreSqlScope sql, LimitScope scope, LimitPeriod period, bool isWriting)
    {
        var name = scope.RowName();
        var known = await sql.FirstAsync(
            "SELECT usd, submissions, bound, limit_name FROM limit_meters WHERE scope = @scope AND starts_at = @starts AND ends_at = @ends",
            Read,
            ("scope", name), ("starts", period.StartsAt), ("ends", period.EndsAt)).ConfigureAwait(false);
        return known ?? await SumAsync(sql, scope, period, isWriting ? name : null).ConfigureAwait(false);
    }

    /// <summary>Keeps the bound that a hold brings with the period's totals, which are there.</summary>
    public static Task WatchAsync(PostgreSqlScope sql, Limit limit, LimitPeriod period) => sql.ExecuteAsync(
        "UPDATE limit_meters SET bound = @bound, limit_name = @name WHERE scope = @scope AND starts_at = @starts AND ends_at = @ends",
        ("bound", MicroUsd.ToUsd(MicroUsd.OfBound(limit.Amount))), ("name", PostgreSqlValue.Shown(limit.Name)),
        ("scope", limit.Scope.RowName()), ("starts", period.StartsAt), ("ends", period.EndsAt));

    private static MeterRow Read(PostgreSqlRow row) =>
        new(row.MicroUsd("usd"), row.Number("submissions"), row.UsdOrNull("bound") is { } bound ? MicroUsd.OfBound(bound) : null, row.TextOrNull("limit_name"));

    private static async Task<MeterRow> SumAsync(PostgreSqlScope sql, LimitScope scope, LimitPeriod period, string? keepAs)
    {
        var queries = new LimitQueries(sql, scope);
        var sum = new MeterRow(
            await queries.MoneyBetweenAsync(period.StartsAt, period.EndsAt).ConfigureAwait(false),
            await queries.CountBetweenAsync(period.StartsAt, period.EndsAt).ConfigureAwait(false));
        if (keepAs is not null)
        {
            await sql.ExecuteAsync("DELETE FROM limit_meters WHERE scope = @scope AND ends_at <= @now", ("scope", keepAs), ("now", sql.Now)).ConfigureAwait(false);
            await sql.ExecuteAsync(
                "INSERT INTO limit_meters (scope, starts_at, ends_at, usd, submissions) VALUES (@scope, @starts, @ends, @money, @submissions)",
                ("scope", keepAs), ("starts", period.StartsAt), ("ends", period.EndsAt), ("money", sum.MicroUsd / 1_000_000m), ("submissions", sum.Submissions)).ConfigureAwait(false);
        }

        return sum;
    }
}
