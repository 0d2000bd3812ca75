using VideoGen.Sdk.Reporting.Charts;

namespace VideoGen.Sdk.Reporting.Html;

/// <summary>Money that bought no video.</summary>
internal static class WasteSection
{
    public static void Write(ReportContents contents, HtmlText html)
    {
        var (waste, total) = (contents.Overview.Performance.Waste, contents.Ledger.Total);
        (string Name, decimal Usd, string Why)[] parts =
        [
            ("Failed or rejected", waste.RejectedUsd, "charged by the provider all the same"),
            ("Duplicates", waste.DuplicateUsd, "a second video of a job that had one"),
            ("Unknown outcomes", waste.UnknownUsd, "held or presumed charged; look them up in the provider's console"),
        ];
        var spent = total.ChargedUsd + total.UnverifiedUsd;
        var share = spent > 0m ? waste.TotalUsd / spent * 100m : (decimal?)null;
        html.Raw("<section>\n").Element("h2", "Waste");
        Figure.Write(
            html,
            new BarsChart("waste", "Money that bought no video", $"{Say.Usd(waste.TotalUsd)} in all, {Say.Percent(share)} of what was charged or is held for unknown outcomes.",
                [.. parts.Select(part => part.Name)], [new BarsOf("Waste", [.. parts.Select(part => (double)part.Usd)], IsSecond: true)], Say.AxisMoney),
            new HtmlTable("Waste by cause", ["Cause", "What it is", "Money"], [.. parts.Select(part => (IReadOnlyList<string>)[part.Name, part.Why, Say.Usd(part.Usd)])]) { TextColumns = 2 });
        html.Raw("</section>\n");
    }
}
