using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Looks at the lines of a stretch beside the others of their jobs and counts those that are alike; most jobs have one line, and for those nothing else is looked up.</summary>
internal static class RunsQuery
{
    // First attempts, by far the most, are not asked for what came before them, nor those with a video for what came after: asking alone would take most of the time.
    private const string Sql =
        $"""
        SELECT l.provider, l.state, l.outcome, sum(l.charged_usd) AS charged, count(*) AS lines, NULL::boolean AS follows_same, false AS follows_video,
               false AS is_last, greatest(0, ceil(extract(epoch FROM l.settled_at - l.reserved_at)))::bigint AS seconds
        FROM attempt_lines AS l
        WHERE l.reserved_at >= @from AND l.reserved_at < @until AND l.attempt = 1 AND l.outcome = 'Succeeded'
        GROUP BY l.provider, l.state, l.outcome, seconds
        UNION ALL
        SELECT l.provider, l.state, l.outcome, sum(l.charged_usd) AS charged, count(*) AS lines, NULL::boolean AS follows_same, false AS follows_video,
               {IsLast} AS is_last, 0 AS seconds
        FROM attempt_lines AS l
        WHERE l.reserved_at >= @from AND l.reserved_at < @until AND l.attempt = 1 AND l.outcome IS DISTINCT FROM 'Succeeded'
        GROUP BY l.provider, l.state, l.outcome, is_last
        UNION ALL
        SELECT l.provider, l.state, l.outcome, sum(l.charged_usd) AS charged, count(*) AS lines, p.follows_same, coalesce(p.follows_video, false) AS follows_video,
               {IsLast} AS is_last,
               CASE WHEN l.outcome = 'Succeeded' THEN greatest(0, ceil(extract(epoch FROM l.settled_at - coalesce(p.begun_at, l.reserved_at))))::bigint ELSE 0 END AS seconds
        FROM attempt_lines AS l
        LEFT JOIN LATERAL (
            SELECT (array_agg(e.account_id = l.account_id AND e.model = l.model ORDER BY e.attempt DESC))[1] AS follows_same,
                   bool_or(e.outcome = 'Succeeded' AND e.state IN ('Charged', 'Released')) AS follows_video,
                   (array_agg(e.reserved_at ORDER BY e.attempt))[1] AS begun_at
            FROM attempt_lines AS e WHERE e.job_id = l.job_id AND e.attempt < l.attempt
        ) AS p ON true
        WHERE l.reserved_at >= @from AND l.reserved_at < @until AND l.attempt > 1
        GROUP BY l.provider, l.state, l.outcome, p.follows_same, follows_video, is_last, seconds
        """;

    private const string IsLast =
        "(l.outcome IS DISTINCT FROM 'Succeeded' AND NOT EXISTS (SELECT 1 FROM attempt_lines AS n WHERE n.job_id = l.job_id AND n.attempt > l.attempt))";

    public static async Task<LedgerRuns> RunAsync(PostgreSqlScope sql, LedgerSpan span)
    {
        var fold = new RunsFold();
        foreach (var (facts, lines) in await sql.AllAsync(Sql, Read, ("from", span.From), ("until", span.Until)).ConfigureAwait(false))
        {
            fold.Add(facts, lines);
        }

        return fold.ToRuns();
    }

    private static (RunFacts Facts, long Lines) Read(PostgreSqlRow row)
    {
        var facts = new RunFacts(
            row.Text("provider"), LineFates.Of(row.Word<LineState>("state"), row.WordOrNull<AttemptOutcome>("outcome")), row.MicroUsd("charged"),
            row.TruthOrNull("follows_same"), row.Truth("follows_video"), row.Truth("is_last"), row.Number("seconds"));
        return (facts, row.Number("lines"));
    }
}
