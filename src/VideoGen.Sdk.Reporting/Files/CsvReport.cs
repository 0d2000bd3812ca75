using System.Text;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Analytics.Export;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Reporting.Files;

/// <summary>The report's numbers as one table: a row for each group of each section, empty where a column has no meaning there.</summary>
internal static class CsvReport
{
    private const string Header =
        "section,name,attempts,videos,failed,rejected,notSent,unknown,open,flagged,chargedUsd,failedUsd,heldUsd,unverifiedUsd,videoSeconds,averageUsd,usdPerSecond,successPercent,"
        + "p50Seconds,p95Seconds,valueUsd,roiPercent,views,likes,comments,shares,follows,clicks,sales\r\n";

    public static void Write(ReportContents contents, TextWriter writer)
    {
        writer.Write(Header);
        var ledger = contents.Ledger;
        Row(writer, "total", "", ledger.Total, contents.Overview.Performance.TimeToVideoP50, contents.Overview.Performance.TimeToVideoP95, contents.Overview.Roi.Total);
        foreach (var day in ledger.ByDay)
        {
            Row(writer, "day", day.Day.Key, day.Totals);
        }

        foreach (var provider in contents.Overview.Performance.ProviderComparison)
        {
            var roi = contents.Overview.Roi.ByProvider.FirstOrDefault(each => each.Name == provider.Provider);
            Row(writer, "provider", provider.Provider, provider.Totals, provider.TimeToVideoP50, provider.TimeToVideoP95, roi);
        }

        foreach (var (section, groups) in ReportSections.Of(ledger))
        {
            foreach (var group in groups)
            {
                Row(writer, section, group.Name, group.Totals);
            }
        }

        foreach (var (section, each) in contents.Overview.Roi.ByTrend.Select(each => ("trend", each)).Concat(contents.Overview.Roi.ByStyle.Select(each => ("style", each))))
        {
            Row(writer, section, each.Name, null, null, null, each);
        }
    }

    private static void Row(TextWriter writer, string section, string? name, LedgerTotals? totals, TimeSpan? p50 = null, TimeSpan? p95 = null, ReturnOnSpending? roi = null)
    {
        object?[] cells =
        [
            section, name, totals?.Attempts, totals?.Videos, totals?.Failed, totals?.Rejected, totals?.NotSent, totals?.Unknown, totals?.Open, totals?.Flagged,
            totals?.ChargedUsd ?? roi?.CostUsd, totals?.FailedUsd, totals?.HeldUsd, totals?.UnverifiedUsd, Seconds(totals?.VideoLength), Rounded(totals?.AverageUsd), Rounded(totals?.UsdPerSecond),
            Rounded(totals?.SuccessRate), Seconds(p50), Seconds(p95), Rounded(roi?.EstimatedValueUsd), Rounded(roi?.RoiPercentage),
            roi?.Counts.Views, roi?.Counts.Likes, roi?.Counts.Comments, roi?.Counts.Shares, roi?.Counts.Follows, roi?.Counts.Clicks, roi?.Counts.Sales,
        ];
        var row = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            CsvCell.Append(i == 0 ? row : row.Append(','), cells[i]);
        }

        writer.Write(row.Append("\r\n"));
    }

    private static decimal? Seconds(TimeSpan? length) => length is { } known ? known.Ticks / (decimal)TimeSpan.TicksPerSecond : null;

    // Sums are exact; quotients are not, and nobody needs their 20 places.
    private static decimal? Rounded(decimal? quotient) => quotient is { } known ? decimal.Round(known, 6) : null;
}
