using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>Draws conclusions from what the stores added up.</summary>
internal static class Overviews
{
    public static PerformanceMetrics PerformanceOf(LedgerSpan span, LedgerSummary ledger, LedgerRuns runs, EngagementSummary engagement) => new()
    {
        Span = span,
        Runs = runs,
        TimeToVideoP50 = Percentiles.Of(runs.Times, 50),
        TimeToVideoP95 = Percentiles.Of(runs.Times, 95),
        Waste = new WastedMoney(ledger.Total.FailedUsd, runs.DuplicateUsd, ledger.Total.PresumedUsd + ledger.Total.UnverifiedUsd),
        CostPerUsableSecondUsd = ledger.Total.UsdPerSecond,
        AvgEngagement = engagement.Counts.Rate ?? 0m,
        ProviderComparison =
        [
            .. from provider in ledger.ByProvider
               let times = runs.Times.Where(time => time.Provider == provider.Name).ToList()
               select new ProviderPerformance(provider.Name!, provider.Totals, Percentiles.Of(times, 50), Percentiles.Of(times, 95)),
        ],
    };

    public static RoiAnalysis RoiOf(LedgerSpan span, LedgerSummary ledger, EngagementSummary engagement, AnalyticsOptions value) => new()
    {
        Span = span,
        Total = new ReturnOnSpending("all", ledger.Total.ChargedUsd, value.ValueOf(engagement.Counts), engagement.Counts),
        MeasuredVideos = engagement.Videos,
        ByTrend = Returns.Of(ledger.ByTag, engagement.ByTag, LedgerTags.Trend, value),
        ByStyle = Returns.Of(ledger.ByTag, engagement.ByTag, LedgerTags.Style, value),
        ByProvider = Returns.Of(ledger.ByProvider, engagement.ByProvider, "", value),
        ByPlatform = engagement.ByPlatform,
    };
}
