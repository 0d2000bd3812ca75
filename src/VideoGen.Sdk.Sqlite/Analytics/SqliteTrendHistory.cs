using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.Sqlite.Analytics;

/// <summary>Trends in the database file.</summary>
internal sealed class SqliteTrendHistory(SqliteDatabase database) : ITrendHistory
{
    private const string Remember =
        "INSERT INTO trend_sightings (key, cluster, first_seen_at, last_seen_at, mentions, views) VALUES ($key, $cluster, $first, $last, $mentions, $views) "
        + "ON CONFLICT (key) DO UPDATE SET first_seen_at = min(first_seen_at, excluded.first_seen_at), "
        + "mentions = iif(excluded.last_seen_at >= last_seen_at, excluded.mentions, mentions), views = iif(excluded.last_seen_at >= last_seen_at, excluded.views, views), "
        + "last_seen_at = max(last_seen_at, excluded.last_seen_at)";

    private const string Mine = "cluster = $cluster AND account = $account AND language = $language AND variant = $variant";

    private const string Take =
        "INSERT INTO trend_claims (cluster, account, language, variant, holder, until_at, is_used) VALUES ($cluster, $account, $language, $variant, $holder, $until, 0) "
        + "ON CONFLICT DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at";

    public Task<IReadOnlyList<TrendSighting>> FindAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var list = $"[{string.Join(',', keys)}]";
        return database.ReadAsync<IReadOnlyList<TrendSighting>>(
            sql => sql.All("SELECT * FROM trend_sightings WHERE key IN (SELECT value FROM json_each($keys))", Read, ("keys", list)), cancellationToken);
    }

    public Task RememberAsync(IReadOnlyCollection<TrendSighting> sightings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sightings);

        // Written twice, it is the same: an unknown commit is simply written again.
        return WriteAgainAsync(
            sql =>
            {
                foreach (var seen in sightings)
                {
                    sql.Execute(Remember, ("key", seen.Key), ("cluster", seen.Cluster), ("first", seen.FirstSeenAt), ("last", seen.LastSeenAt), ("mentions", seen.Mentions), ("views", seen.Views));
                }

                return true;
            },
            cancellationToken);
    }

    public Task<TrendClaimOutcome> ClaimAsync(TrendClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return WriteAgainAsync(sql => Claim(sql, claim, lease), cancellationToken);
    }

    public Task<bool> ConfirmAsync(TrendClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return WriteAgainAsync(sql => IsHeld(sql, claim, mayBeUsed: true) && Change(sql, claim, $"UPDATE trend_claims SET is_used = 1 WHERE {Mine}"), cancellationToken);
    }

    public Task<bool> ReleaseAsync(TrendClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return database.WriteAsync(
            sql => IsHeld(sql, claim, mayBeUsed: false) && Change(sql, claim, $"DELETE FROM trend_claims WHERE {Mine}"),
            sql => !claim.Clusters.Any(cluster => sql.Any($"SELECT 1 FROM trend_claims WHERE {Mine}", Key(claim, cluster))),
            cancellationToken);
    }

    public Task<long> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(sql => (long)sql.Execute("DELETE FROM trend_sightings WHERE last_seen_at < $before", ("before", before)), null, cancellationToken);

    private static TrendClaimOutcome Claim(SqliteScope sql, TrendClaim claim, TimeSpan lease)
    {
        var rows = claim.Clusters.SelectMany(cluster => sql.All($"SELECT holder, until_at, is_used FROM trend_claims WHERE {Mine}", row => (Holder: row.Text("holder"), Until: row.Time("until_at"), IsUsed: row.Truth("is_used")), Key(claim, cluster))).ToList();
        if (rows.Exists(row => row.IsUsed))
        {
            return TrendClaimOutcome.Used;
        }

        if (rows.Exists(row => row.Holder != claim.Holder && row.Until > sql.Now))
        {
            return TrendClaimOutcome.HeldByOther;
        }

        foreach (var cluster in claim.Clusters)
        {
            sql.Execute(Take, [.. Key(claim, cluster), ("holder", claim.Holder), ("until", sql.Now + lease)]);
        }

        return TrendClaimOutcome.Claimed;
    }

    private static bool IsHeld(SqliteScope sql, TrendClaim claim, bool mayBeUsed) => claim.Clusters.All(cluster =>
        sql.Any($"SELECT 1 FROM trend_claims WHERE {Mine} AND holder = $holder AND (is_used = 0 OR $used)", [.. Key(claim, cluster), ("holder", claim.Holder), ("used", mayBeUsed)]));

    private static bool Change(SqliteScope sql, TrendClaim claim, string statement)
    {
        foreach (var cluster in claim.Clusters)
        {
            sql.Execute(statement, Key(claim, cluster));
        }

        return true;
    }

    private static (string, object?)[] Key(TrendClaim claim, string cluster) =>
        [("cluster", cluster), ("account", claim.Account), ("language", claim.Language), ("variant", claim.Variant)];

    private async Task<T> WriteAgainAsync<T>(Func<SqliteScope, T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(work, null, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.IsCommitUnknown)
        {
            return await database.WriteAsync(work, null, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TrendSighting Read(SqliteRow row) => new()
    {
        Key = row.Number("key"),
        Cluster = row.Text("cluster"),
        FirstSeenAt = row.Time("first_seen_at"),
        LastSeenAt = row.Time("last_seen_at"),
        Mentions = row.Number("mentions"),
        Views = row.Number("views"),
    };
}
