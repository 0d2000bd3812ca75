using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>Whether the videos made in a stretch of time were worth it. Their engagement counts whenever it was measured.</summary>
public sealed record RoiAnalysis
{
    /// <summary>The stretch: half open, and whose days count.</summary>
    public required LedgerSpan Span { get; init; }

    /// <summary>All videos together.</summary>
    public required ReturnOnSpending Total { get; init; }

    /// <summary>USD charged.</summary>
    public decimal TotalCostUsd => Total.CostUsd;

    /// <summary>What the engagement is worth in USD by <see cref="AnalyticsOptions"/>.</summary>
    public decimal EstimatedValueUsd => Total.EstimatedValueUsd;

    /// <summary>Gain over cost, in percent; 0 where nothing was charged.</summary>
    public decimal RoiPercentage => Total.RoiPercentage ?? 0m;

    /// <summary>How many videos have engagement, one per video and platform.</summary>
    public long MeasuredVideos { get; init; }

    /// <summary>By trend, best value first: tags that begin with <c>trend:</c>.</summary>
    public required IReadOnlyList<ReturnOnSpending> ByTrend { get; init; }

    /// <summary>By style, best value first: tags that begin with <c>style:</c>.</summary>
    public required IReadOnlyList<ReturnOnSpending> ByStyle { get; init; }

    /// <summary>By provider, best value first.</summary>
    public required IReadOnlyList<ReturnOnSpending> ByProvider { get; init; }

    /// <summary>Engagement by platform; a video costs the same wherever it is posted, so platforms have no cost of their own.</summary>
    public required IReadOnlyList<EngagementGroup> ByPlatform { get; init; }
}
