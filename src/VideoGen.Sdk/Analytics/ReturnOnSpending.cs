namespace VideoGen.Sdk.Analytics;

/// <summary>What some videos cost and brought.</summary>
/// <param name="Name">Trend, style or provider.</param>
/// <param name="CostUsd">USD charged, also for what failed on the way.</param>
/// <param name="EstimatedValueUsd">What their engagement is worth.</param>
/// <param name="Counts">That engagement.</param>
public sealed record ReturnOnSpending(string Name, decimal CostUsd, decimal EstimatedValueUsd, EngagementCounts Counts)
{
    /// <summary>Gain over cost, in percent: 100 is double the money back, -100 is nothing. Null where nothing was charged.</summary>
    public decimal? RoiPercentage => CostUsd > 0m ? (EstimatedValueUsd - CostUsd) / CostUsd * 100m : null;
}
