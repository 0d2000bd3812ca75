using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>How one provider did.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Totals">What its attempts came to.</param>
/// <param name="TimeToVideoP50">Half of its videos took at most so long; null without a video.</param>
/// <param name="TimeToVideoP95">95 of 100 of its videos took at most so long; null without a video.</param>
public sealed record ProviderPerformance(string Provider, LedgerTotals Totals, TimeSpan? TimeToVideoP50, TimeSpan? TimeToVideoP95)
{
    /// <summary>Share of videos among its attempts that were sent and ended, in percent; 0 without any.</summary>
    public decimal SuccessRate => Totals.SuccessRate ?? 0m;
}
