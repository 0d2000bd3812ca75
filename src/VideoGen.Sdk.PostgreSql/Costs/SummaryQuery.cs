using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>One statement sums the lines of a stretch in every direction, and sees one state of them; what comes over the wire grows with the names, not with the lines.</summary>
internal static class SummaryQuery
{
    private const string Sums =
        "count(*) AS lines, count(flag) AS flagged, sum(charged_usd) AS charged, sum(reserved_usd) AS held, "
        + "coalesce(sum(length) FILTER (WHERE outcome = 'Succeeded'), interval '0') AS length, "
        + "coalesce(sum(charged_usd) FILTER (WHERE outcome = 'Succeeded' AND length IS NULL), 0) AS unmeasured";

    private const string Lines = "FROM attempt_lines WHERE reserved_at >= @from AND reserved_at < @until";

    // Each plain grouping is done by several processes of the server; grouping sets over the lines themselves are done by one, several times over. So only what the names share is put into sets, once it is few.
    private const string Sql =
        $"""
        SELECT grouping(provider, tenant, campaign) * 4 + 3 AS kind, provider, account, model, tenant, campaign, NULL::text[] AS tags, NULL::integer AS day, state, outcome,
               sum(lines)::bigint AS lines, sum(flagged)::bigint AS flagged, sum(charged) AS charged, sum(held) AS held, sum(length) AS length, sum(unmeasured) AS unmeasured
        FROM (SELECT provider, account, model, tenant, campaign, state, outcome, {Sums} {Lines} GROUP BY provider, account, model, tenant, campaign, state, outcome) AS named
        GROUP BY GROUPING SETS ((provider, account, model, state, outcome), (tenant, state, outcome), (campaign, state, outcome))
        UNION ALL
        SELECT {OfTags}, NULL, NULL, NULL, NULL, NULL, tags, NULL, state, outcome, {Sums} {Lines} GROUP BY tags, state, outcome
        UNION ALL
        SELECT {OfDay}, NULL, NULL, NULL, NULL, NULL, NULL, day, state, outcome, {Sums}
        FROM (SELECT *, width_bucket(reserved_at, @days) AS day {Lines}) AS dated GROUP BY day, state, outcome
        """;

    private const string OfTags = "29";
    private const string OfDay = "30";

    public static async Task<LedgerSummary> RunAsync(PostgreSqlScope sql, LedgerSpan span)
    {
        var fold = new SummaryFold(span);
        await sql.AllAsync(
            Sql,
            row =>
            {
                Add(row, fold);
                return 0;
            },
            ("days", fold.DayStarts), ("from", span.From), ("until", span.Until)).ConfigureAwait(false);
        return fold.ToSummary();
    }

    // A bit of the kind is set where the column does not belong to the set.
    private static void Add(PostgreSqlRow row, SummaryFold fold)
    {
        var sums = SumsOf(row, LineFates.Of(row.Word<LineState>("state"), row.WordOrNull<AttemptOutcome>("outcome")));
        switch (row.Count("kind"))
        {
            case 0b01111:
                fold.Total.Add(sums);
                fold.Providers[row.Text("provider")].Add(sums);
                fold.Accounts[$"{row.Text("provider")}/{row.Text("account")}"].Add(sums);
                fold.Models[$"{row.Text("provider")}/{row.Text("model")}"].Add(sums);
                break;
            case 0b10111:
                fold.Tenants[row.TextOrNull("tenant")].Add(sums);
                break;
            case 0b11011:
                fold.Campaigns[row.TextOrNull("campaign")].Add(sums);
                break;
            case 0b11101:
                foreach (var meter in fold.OfTags(row.Texts("tags")))
                {
                    meter.Add(sums);
                }

                break;
            default:
                fold.Day(row.Count("day")).Add(sums);
                break;
        }
    }

    private static LineSums SumsOf(PostgreSqlRow row, LineFate fate)
    {
        var isVideo = fate is LineFate.Video;
        return new LineSums(
            fate, row.Number("lines"), row.Number("flagged"), row.MicroUsd("charged"), row.MicroUsd("held"),
            isVideo ? row.Length("length").Ticks / TimeSpan.TicksPerMicrosecond : 0, isVideo ? row.MicroUsd("unmeasured") : 0);
    }
}
