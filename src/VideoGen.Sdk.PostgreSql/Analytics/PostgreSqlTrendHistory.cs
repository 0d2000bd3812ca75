using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.PostgreSql.Analytics;

/// <summary>Trends in the database.</summary>
internal sealed class PostgreSqlTrendHistory(PostgreSqlDatabase database) : ITrendHistory
{
    // One at a time: two claims that share a cluster must see each other, and claims are few.
    private const string Claims = "trend claims";

    private const string Remember =
        "INSERT INTO trend_sightings AS t (key, cluster, first_seen_at, last_seen_at, mentions, views) "
        + "SELECT * FROM unnest(@keys, @clusters, @firsts, @lasts, @mentions, @views) AS new (key, cluster, first_seen_at, last_seen_at, mentions, views) ORDER BY new.key "
        + "ON CONFLICT (key) DO UPDATE SET first_seen_at = least(t.first_seen_at, excluded.first_seen_at), "
        + "mentions = CASE WHEN excluded.last_seen_at >= t.last_seen_at THEN excluded.mentions ELSE t.mentions END, "
        + "views = CASE WHEN excluded.last_seen_at >= t.last_seen_at THEN excluded.views ELSE t.views END, "
        + "last_seen_at = greatest(t.last_seen_at, excluded.last_seen_at)";

    private const string Mine = "cluster = ANY(@clusters) AND account = @account AND language = @language AND variant = @variant";

    private const string Take =
        "INSERT INTO trend_claims (cluster, account, language, variant, holder, until_at, is_used) SELECT DISTINCT cluster, @account, @language, @variant, @holder, @until, false FROM unnest(@clusters) AS cluster "
        + "ON CONFLICT (cluster, account, language, variant) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at";

    public Task<IReadOnlyList<TrendSighting>> FindAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return database.ReadAsync<IReadOnlyList<TrendSighting>>(
            async sql => await sql.AllAsync("SELECT key, cluster, first_seen_at, last_seen_at, mentions, views FROM trend_sightings WHERE key = ANY(@keys)", Read, ("keys", keys.ToArray())).ConfigureAwait(false),
            cancellationToken);
    }

    public Task RememberAsync(IReadOnlyCollection<TrendSighting> sightings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        var each = sightings.GroupBy(seen => seen.Key).Select(same => same.Aggregate((known, next) => known.Join(next))).ToList();

        // Written twice, it is the same: "not committed" makes an unknown commit be written again.
        return database.WriteAsync(
            sql => sql.ExecuteAsync(
                Remember,
                ("keys", each.Select(seen => seen.Key).ToArray()), ("clusters", each.Select(seen => seen.Cluster).ToArray()),
                ("firsts", each.Select(seen => seen.FirstSeenAt.ToUniversalTime()).ToArray()), ("lasts", each.Select(seen => seen.LastSeenAt.ToUniversalTime()).ToArray()),
                ("mentions", each.Select(seen => seen.Mentions).ToArray()), ("views", each.Select(seen => seen.Views).ToArray())),
            _ => Task.FromResult(false),
            cancellationToken);
    }

    public Task<TrendClaimOutcome> ClaimAsync(TrendClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return database.WriteAsync(sql => ClaimAsync(sql, claim, lease), _ => Task.FromResult(false), cancellationToken, Claims);
    }

    public Task<bool> ConfirmAsync(TrendClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return database.WriteAsync(
            async sql => await IsHeldAsync(sql, claim, mayBeUsed: true).ConfigureAwait(false) && await sql.ExecuteAsync($"UPDATE trend_claims SET is_used = true WHERE {Mine}", Key(claim)).ConfigureAwait(false) > 0,
            _ => Task.FromResult(false),
            cancellationToken,
            Claims);
    }

    public Task<bool> ReleaseAsync(TrendClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return database.WriteAsync(
            async sql => await IsHeldAsync(sql, claim, mayBeUsed: false).ConfigureAwait(false) && await sql.ExecuteAsync($"DELETE FROM trend_claims WHERE {Mine}", Key(claim)).ConfigureAwait(false) > 0,
            async sql => !await sql.AnyAsync($"SELECT 1 FROM trend_claims WHERE {Mine}", Key(claim)).ConfigureAwait(false),
            cancellationToken,
            Claims);
    }

    public Task<long> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => database.WriteAsync(
        async sql => (long)await sql.ExecuteAsync("DELETE FROM trend_sightings WHERE last_seen_at < @before", ("before", before)).ConfigureAwait(false), _ => Task.FromResult(false), cancellationToken);

    private static async Task<TrendClaimOutcome> ClaimAsync(PostgreSqlScope sql, TrendClaim claim, TimeSpan lease)
    {
        var rows = await sql.AllAsync($"SELECT holder, until_at, is_used FROM trend_claims WHERE {Mine}", row => (Holder: row.Text("holder"), Until: row.Time("until_at"), IsUsed: row.Truth("is_used")), Key(claim)).ConfigureAwait(false);
        if (rows.Exists(row => row.IsUsed))
        {
            return TrendClaimOutcome.Used;
        }

        if (rows.Exists(row => row.Holder != claim.Holder && row.Until > sql.Now))
        {
            return TrendClaimOutcome.HeldByOther;
        }

        await sql.ExecuteAsync(Take, [.. Key(claim), ("holder", claim.Holder), ("until", sql.Now + lease)]).ConfigureAwait(false);
        return TrendClaimOutcome.Claimed;
    }

    private static async Task<bool> IsHeldAsync(PostgreSqlScope sql, TrendClaim claim, bool mayBeUsed)
    {
        var held = await sql.AllAsync($"SELECT cluster FROM trend_claims WHERE {Mine} AND holder = @holder AND (NOT is_used OR @used)", row => row.Text("cluster"), [.. Key(claim), ("holder", claim.Holder), ("used", mayBeUsed)]).ConfigureAwait(false);
        return claim.Clusters.All(held.Contains);
    }

    private static (string, object?)[] Key(TrendClaim claim) =>
        [("clusters", claim.Clusters.ToArray()), ("account", claim.Account), ("language", claim.Language), ("variant", claim.Variant)];

    private static TrendSighting Read(PostgreSqlRow row) => new()
    {
        Key = row.Number("key"),
        Cluster = row.Text("cluster"),
        FirstSeenAt = row.Time("first_seen_at"),
        LastSeenAt = row.Time("last_seen_at"),
        Mentions = row.Number("mentions"),
        Views = row.Number("views"),
    };
}
