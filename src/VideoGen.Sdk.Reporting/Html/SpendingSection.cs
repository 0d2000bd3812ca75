using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Reporting.Charts;

namespace VideoGen.Sdk.Reporting.Html;

/// <summary>Where the money went: by day against the limits, by provider, and by everything else.</summary>
internal static class SpendingSection
{
    /// <summary>More bars than this are no picture any more.</summary>
    private const int MostBars = 12;

    private static readonly string[] Heads = ["Charged", "Videos", "Per video", "Attempts", "Success", "Held", "Unknown"];

    public static void Write(ReportContents contents, HtmlText html)
    {
        html.Raw("<section>\n").Element("h2", "Spending");
        Days(contents, html);
        Bars(html, "providers", "Spending by provider", "Provider", contents.Ledger.ByProvider, "none");
        html.Raw("</section>\n<section>\n").Element("h2", "Spending in other directions");
        foreach (var (name, groups, none) in new[]
        {
            ("Account", contents.Ledger.ByAccount, ""), ("Model", contents.Ledger.ByModel, ""), ("Tenant", contents.Ledger.ByTenant, "no tenant"),
            ("Campaign", contents.Ledger.ByCampaign, "no campaign"), ("Tag", contents.Ledger.ByTag, ""),
        })
        {
            if (groups.Any(group => group.Name is not null))
            {
                Table($"Spending by {name.ToLowerInvariant()}", name, groups, none).Write(html);
            }
        }

        html.Raw("</section>\n");
    }

    private static void Days(ReportContents contents, HtmlText html)
    {
        var (days, standing) = (contents.Ledger.ByDay, contents.Standing);
        var dearest = days.MaxBy(day => day.Totals.ChargedUsd)!;
        var limits = (standing.DailyLimitUsd, standing.MonthlyLimitUsd) switch
        {
            (null, null) => "No limit per day or month is set.",
            var (daily, monthly) => $"The limits are {Say.Usd(daily)} a day and {Say.Usd(monthly)} a month; today stands at {Say.Usd(standing.TodayUsd)}, this month at {Say.Usd(standing.ThisMonthUsd)}.",
        };
        var chart = new DaysChart(
            "days", "Spending by day", $"Charged per day. The dearest day was {dearest.Day.Key} with {Say.Usd(dearest.Totals.ChargedUsd)}. {limits} A dashed line marks the daily limit where it fits.",
            [.. days.Select(day => day.Day.Key)], [.. days.Select(day => (double)day.Totals.ChargedUsd)], (double?)standing.DailyLimitUsd, Say.AxisMoney);
        Figure.Write(html, chart, new HtmlTable("Spending by day", ["Day", .. Heads], [.. days.Select(day => Row(day.Day.Key, day.Totals))]));
    }

    private static void Bars(HtmlText html, string id, string title, string head, IReadOnlyList<LedgerGroup> groups, string none)
    {
        var shown = groups.Take(MostBars).ToList();
        var description = groups.Count == 0 ? "Nothing was spent." : $"Dearest is {Say.Name(groups[0].Name, none)} with {Say.Usd(groups[0].Totals.ChargedUsd)}.";
        var chart = new BarsChart(id, title, description, [.. shown.Select(group => Say.Name(group.Name, none))], [new BarsOf("Charged", [.. shown.Select(group => (double)group.Totals.ChargedUsd)])], Say.AxisMoney);
        Figure.Write(html, chart, Table(title, head, groups, none));
    }

    private static HtmlTable Table(string title, string head, IReadOnlyList<LedgerGroup> groups, string none) =>
        new(title, [head, .. Heads], [.. groups.Select(group => Row(Say.Name(group.Name, none), group.Totals))]);

    private static IReadOnlyList<string> Row(string name, LedgerTotals totals) =>
    [
        name, Say.Usd(totals.ChargedUsd), Say.Count(totals.Videos), Say.Usd(totals.AverageUsd), Say.Count(totals.Attempts), Say.Percent(totals.SuccessRate),
        Say.Usd(totals.HeldUsd), Say.Usd(totals.UnverifiedUsd),
    ];
}
