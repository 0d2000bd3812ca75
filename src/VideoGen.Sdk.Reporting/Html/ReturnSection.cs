using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Reporting.Charts;

namespace VideoGen.Sdk.Reporting.Html;

/// <summary>What the videos brought.</summary>
internal static class ReturnSection
{
    private const int MostBars = 10;

    public static void Write(ReportContents contents, HtmlText html)
    {
        var roi = contents.Overview.Roi;
        html.Raw("<section>\n").Element("h2", "Return on spending");
        if (roi.MeasuredVideos == 0)
        {
            html.Element("p", "No engagement was reported for videos of this time; report it with RecordEngagementAsync to see what they brought.").Raw("</section>\n");
            return;
        }

        html.Element("p", $"Engagement is known of {Say.Count(roi.MeasuredVideos)} postings, worth {Say.Usd(roi.EstimatedValueUsd)} by your value model, for {Say.Usd(roi.TotalCostUsd)} charged: a return of {Say.Percent(roi.Total.RoiPercentage)}. "
            + $"Audiences reacted to {Say.Percent(contents.Overview.Performance.AvgEngagement * 100m)} of views.");
        Part(html, "roi-providers", "Cost and value by provider", "Provider", roi.ByProvider);
        Part(html, "roi-trends", "Cost and value by trend", "Trend", roi.ByTrend);
        Part(html, "roi-styles", "Cost and value by style", "Style", roi.ByStyle);
        new HtmlTable("Engagement by platform", ["Platform", "Postings", "Views", "Likes", "Comments", "Shares", "Follows", "Clicks", "Sales"], [.. roi.ByPlatform.Select(group => Counts(group.Name, group.Videos, group.Counts))]).Write(html);
        html.Raw("</section>\n");
    }

    private static void Part(HtmlText html, string id, string title, string head, IReadOnlyList<ReturnOnSpending> groups)
    {
        if (groups.Count == 0)
        {
            return;
        }

        var shown = groups.Take(MostBars).ToList();
        Figure.Write(
            html,
            new BarsChart(id, title, $"Best is {groups[0].Name}: {Say.Usd(groups[0].EstimatedValueUsd)} of value for {Say.Usd(groups[0].CostUsd)}.", [.. shown.Select(each => each.Name)],
                [new BarsOf("Cost", [.. shown.Select(each => (double)each.CostUsd)], IsSecond: true), new BarsOf("Value", [.. shown.Select(each => (double)each.EstimatedValueUsd)])], Say.AxisMoney),
            new HtmlTable(title, [head, "Cost", "Value", "Return", "Views", "Likes", "Sales"],
                [.. groups.Select(each => (IReadOnlyList<string>)[each.Name, Say.Usd(each.CostUsd), Say.Usd(each.EstimatedValueUsd), Say.Percent(each.RoiPercentage), Say.Count(each.Counts.Views), Say.Count(each.Counts.Likes), Say.Count(each.Counts.Sales)])]));
    }

    private static IReadOnlyList<string> Counts(string name, long videos, EngagementCounts counts) =>
    [
        name, Say.Count(videos), Say.Count(counts.Views), Say.Count(counts.Likes), Say.Count(counts.Comments), Say.Count(counts.Shares), Say.Count(counts.Follows), Say.Count(counts.Clicks), Say.Count(counts.Sales),
    ];
}
