namespace VideoGen.Sdk.Reporting.Html;

/// <summary>The numbers that are asked for first, and what needs a look.</summary>
internal static class OverviewSection
{
    public static void Write(ReportContents contents, HtmlText html)
    {
        var (costs, performance, roi) = contents.Overview;
        html.Raw("<section>\n").Element("h2", "At a glance").Raw("<ul class=\"tiles\">\n");
        Tile(html, Say.Usd(costs.TotalCostUsd), "charged");
        Tile(html, Say.Count(costs.TotalVideos), "videos");
        Tile(html, Say.Usd(costs.Ledger.Total.AverageUsd), "per video");
        Tile(html, Say.Usd(performance.CostPerUsableSecondUsd), "per usable second");
        Tile(html, performance.Runs.Succeeded + performance.Runs.Failed > 0 ? Say.Percent(performance.SuccessRate) : Say.Percent(null), "of jobs ended with a video");
        Tile(html, Say.Length(performance.TimeToVideoP50), "median time to video");
        Tile(html, Say.Usd(performance.Waste.TotalUsd), "bought no video");
        Tile(html, Say.Percent(roi.MeasuredVideos > 0 ? roi.Total.RoiPercentage : null), "return on spending");
        html.Raw("</ul>\n");
        foreach (var alert in contents.Alerts)
        {
            html.Element("p class=\"alert\" role=\"note\"", alert.Message);
        }

        if (contents.Ledger.Total.UnverifiedUsd > 0m)
        {
            html.Element("p class=\"alert\" role=\"note\"", $"{Say.Usd(contents.Ledger.Total.UnverifiedUsd)} are held for {Say.Count(contents.Ledger.Total.Unknown)} attempts whose outcome nobody knows.");
        }

        html.Raw("</section>\n");
        if (contents.Flagged.Count > 0)
        {
            Flagged(contents, html);
        }
    }

    private static void Flagged(ReportContents contents, HtmlText html)
    {
        html.Raw("<section>\n").Element("h2", "Odd amounts")
            .Element("p", $"{Say.Count(contents.Ledger.Total.Flagged)} charges are flagged: compare them with the provider's invoice.");
        new HtmlTable(
            "Flagged charges",
            ["Job", "Provider", "Model", "Why", "Charged"],
            [.. contents.Flagged.Select(line => (IReadOnlyList<string>)[$"{line.Key.JobId}, attempt {line.Key.Number}", line.Provider, line.Model, line.Flag ?? "", Say.Usd(line.ChargedUsd)])]) { TextColumns = 4 }.Write(html);
        html.Raw("</section>\n");
    }

    private static void Tile(HtmlText html, string number, string words) =>
        html.Raw("<li class=\"tile\"><b>").Text(number).Raw("</b><span>").Text(words).Raw("</span></li>\n");
}
