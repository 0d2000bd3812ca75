using System.Globalization;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Reporting.Charts;

namespace VideoGen.Sdk.Reporting.Html;

/// <summary>Whether videos came, and how soon.</summary>
internal static class PerformanceSection
{
    public static void Write(ReportContents contents, HtmlText html)
    {
        var performance = contents.Overview.Performance;
        var providers = performance.ProviderComparison;
        html.Raw("<section>\n").Element("h2", "Success and time to video")
            .Element("p", $"{Say.Count(performance.Runs.Jobs)} jobs were begun: {Say.Count(performance.Runs.Succeeded)} ended with a video, {Say.Count(performance.Runs.Failed)} without. "
                + $"{Say.Count(performance.Runs.Retries)} attempts tried the same model again, {Say.Count(performance.Runs.Failovers)} went on to another.");
        var names = providers.Select(provider => provider.Provider).ToList();
        var best = providers.Where(provider => provider.Totals.SuccessRate is not null).MaxBy(provider => provider.SuccessRate);
        Figure.Write(
            html,
            new BarsChart("success", "Success by provider", best is null ? "Nothing has ended yet." : $"Share of attempts that ended with a video. Best is {best.Provider} with {Say.Percent(best.SuccessRate)}.",
                names, [new BarsOf("Success", [.. providers.Select(provider => (double)provider.SuccessRate)])], Percent) { Most = 100 },
            new HtmlTable("Success by provider", ["Provider", "Success", "Videos", "Failed", "Rejected", "Not sent", "Unknown", "Open"], [.. providers.Select(Attempts)]));
        Figure.Write(
            html,
            new BarsChart("times", "Time to video by provider", $"From the first reservation of a job to the booking of its video. Over all: half within {Say.Length(performance.TimeToVideoP50)}, 95 of 100 within {Say.Length(performance.TimeToVideoP95)}.",
                names,
                [
                    new BarsOf("Half within (p50)", [.. providers.Select(provider => provider.TimeToVideoP50?.TotalSeconds ?? 0)]),
                    new BarsOf("95 of 100 within (p95)", [.. providers.Select(provider => provider.TimeToVideoP95?.TotalSeconds ?? 0)], IsSecond: true),
                ],
                Seconds),
            new HtmlTable("Time to video by provider", ["Provider", "p50", "p95", "Videos", "Per usable second"],
                [.. providers.Select(provider => (IReadOnlyList<string>)[provider.Provider, Say.Length(provider.TimeToVideoP50), Say.Length(provider.TimeToVideoP95), Say.Count(provider.Totals.Videos), Say.Usd(provider.Totals.UsdPerSecond)])]));
        html.Raw("</section>\n");
    }

    private static IReadOnlyList<string> Attempts(ProviderPerformance provider) =>
    [
        provider.Provider, Say.Percent(provider.Totals.SuccessRate), Say.Count(provider.Totals.Videos), Say.Count(provider.Totals.Failed), Say.Count(provider.Totals.Rejected),
        Say.Count(provider.Totals.NotSent), Say.Count(provider.Totals.Unknown), Say.Count(provider.Totals.Open),
    ];

    private static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0} %");

    private static string Seconds(double seconds) => Say.Length(TimeSpan.FromSeconds(Math.Max(0, seconds)));
}
