namespace VideoGen.Sdk.Peers.Ours;

/// <summary>Statements that a person would write for what a cost summary says: lines, videos, failures, charged, held and playing time, in all and by provider, account, model, tenant, campaign, day and tags.</summary>
internal static class SummaryStatements
{
    private const string PostgreSqlSums =
        "count(*), count(*) FILTER (WHERE outcome = 'Succeeded'), count(*) FILTER (WHERE outcome IN ('Failed', 'Rejected')), count(flag), sum(charged_usd), sum(reserved_usd), sum(length) FILTER (WHERE outcome = 'Succeeded')";

    private const string SqliteSums =
        "count(*), sum(outcome = 'Succeeded'), sum(outcome IN ('Failed', 'Rejected')), count(flag), sum(charged_micro_usd), sum(reserved_micro_usd), sum(CASE WHEN outcome = 'Succeeded' THEN length END)";

    private static readonly string[] PostgreSqlNames = ["NULL", "provider", "account_id", "provider || '/' || model", "tenant", "campaign", "date_trunc('day', reserved_at)::text", "tags::text"];

    private static readonly string[] SqliteNames = ["NULL", "provider", "account_id", "provider || '/' || model", "tenant", "campaign", "reserved_at / 86400000000", "tags"];

    public static readonly string[] PostgreSql =
    [
        $"""
        SELECT provider, account_id, model, tenant, campaign, day, tags, {PostgreSqlSums}
        FROM (SELECT *, date_trunc('day', reserved_at) AS day FROM attempt_lines WHERE reserved_at >= @from AND reserved_at < @until) AS lines
        GROUP BY GROUPING SETS ((), (provider), (account_id), (provider, model), (tenant), (campaign), (day), (tags))
        """,
        string.Join(" UNION ALL ", PostgreSqlNames.Select(name => $"SELECT {name} AS name, {PostgreSqlSums} FROM attempt_lines WHERE reserved_at >= @from AND reserved_at < @until GROUP BY 1")),
        "WITH lines AS MATERIALIZED (SELECT * FROM attempt_lines WHERE reserved_at >= @from AND reserved_at < @until) "
            + string.Join(" UNION ALL ", PostgreSqlNames.Select(name => $"SELECT {name} AS name, {PostgreSqlSums} FROM lines GROUP BY 1")),
    ];

    public static readonly string[] Sqlite =
    [
        string.Join(" UNION ALL ", SqliteNames.Select(name => $"SELECT {name} AS name, {SqliteSums} FROM attempt_lines WHERE reserved_at >= $from AND reserved_at < $until GROUP BY 1")),
        "WITH lines AS MATERIALIZED (SELECT * FROM attempt_lines WHERE reserved_at >= $from AND reserved_at < $until) "
            + string.Join(" UNION ALL ", SqliteNames.Select(name => $"SELECT {name} AS name, {SqliteSums} FROM lines GROUP BY 1")),
        "WITH few AS MATERIALIZED (SELECT provider, account_id, model, tenant, campaign, tags, reserved_at / 86400000000 AS day, count(*) AS n, sum(outcome = 'Succeeded') AS videos, "
            + "sum(outcome IN ('Failed', 'Rejected')) AS failed, count(flag) AS flagged, sum(charged_micro_usd) AS charged, sum(reserved_micro_usd) AS held, "
            + "sum(CASE WHEN outcome = 'Succeeded' THEN length END) AS played FROM attempt_lines WHERE reserved_at >= $from AND reserved_at < $until GROUP BY 1, 2, 3, 4, 5, 6, 7) "
            + string.Join(" UNION ALL ", SqliteNames.Select(name => $"SELECT {name.Replace("reserved_at / 86400000000", "day", StringComparison.Ordinal)} AS name, sum(n), sum(videos), sum(failed), sum(flagged), sum(charged), sum(held), sum(played) FROM few GROUP BY 1")),
    ];
}
