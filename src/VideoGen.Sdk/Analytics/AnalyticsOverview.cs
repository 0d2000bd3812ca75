using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>Costs, performance and return of one stretch, all from the same reading of the ledger.</summary>
/// <param name="Costs">What it cost.</param>
/// <param name="Performance">How well it went.</param>
/// <param name="Roi">What it brought.</param>
public sealed record AnalyticsOverview(CostSummary Costs, PerformanceMetrics Performance, RoiAnalysis Roi)
{
    /// <summary>The stretch: half open, and whose days count.</summary>
    public LedgerSpan Span => Costs.Span;
}
