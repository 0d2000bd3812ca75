using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>One statement sums the lines of a stretch into cells, and the days beside them, in one pass over the rows; cells become groups here.</summary>
internal static class SummaryQuery
{
    // Rows without a provider are days. A number line of sums is exact: numeric(18,6) as whole millionths.
    private const string Sql =
        """
        SELECT provider, account, model, tenant, campaign, tags, day, state, outcome, count(*) AS lines, count(flag) AS flagged,
               coalesce(sum(charged_usd), 0) AS charged, coalesce(sum(reserved_usd), 0) AS held,
               coalesce(sum(length) FILTER (WHERE outcome = 'Succeeded'), interval '0') AS length,
               coalesce(sum(charged_usd) FILTER (WHERE outcome = 'Succeeded' AND length IS NULL), 0) AS unmeasured
        FROM (SELECT l.*, width_bucket(l.reserved_at, @days) AS day FROM attempt_lines AS l WHERE l.reserved_at >= @from AND l.reserved_at < @until) AS lines
        GROUP BY GROUPING SETS ((provider, account, model, tenant, campaign, tags, state, outcome), (day, state, outcome))
        """;

    public static async Task<LedgerSummary> RunAsync(PostgreSqlScope sql, LedgerSpan span)
    {
        var fold = new SummaryFold(span);
        foreach (var cell in await sql.AllAsync(Sql, Read, ("days", fold.DayStarts), ("from", span.From), ("until", span.Until)).ConfigureAwait(false))
        {
            if (cell.Facts is { } facts)
            {
                fold.Add(facts, cell.Sums);
            }
            else
            {
                fold.AddDay(cell.Day, cell.Sums);
            }
        }

        return fold.ToSummary();
    }

    private static SummaryCell Read(PostgreSqlRow row)
    {
        var fate = LineFates.Of(row.Word<LineState>("state"), row.WordOrNull<AttemptOutcome>("outcome"));
        var isVideo = fate is LineFate.Video;
        var sums = new LineSums(
            fate, row.Number("lines"), row.Number("flagged"), row.MicroUsd("charged"), row.MicroUsd("held"),
            isVideo ? row.Length("length").Ticks / TimeSpan.TicksPerMicrosecond : 0, isVideo ? row.MicroUsd("unmeasured") : 0);
        return row.TextOrNull("provider") is { } provider
            ? new SummaryCell(new LineFacts(provider, row.Text("account"), row.Text("model"), row.TextOrNull("tenant"), row.TextOrNull("campaign"), row.Texts("tags")), 0, sums)
            : new SummaryCell(null, row.Count("day"), sums);
    }
}
