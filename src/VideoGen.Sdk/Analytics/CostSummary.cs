using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>What a stretch of time cost.</summary>
public sealed record CostSummary
{
    /// <summary>The stretch: half open, and whose days count.</summary>
    public required LedgerSpan Span { get; init; }

    /// <summary>The ledger's sums, by day, provider, account, model, tenant, campaign and tag.</summary>
    public required LedgerSummary Ledger { get; init; }

    /// <summary>USD charged.</summary>
    public decimal TotalCostUsd => Ledger.Total.ChargedUsd;

    /// <summary>Videos made.</summary>
    public long TotalVideos => Ledger.Total.Videos;

    /// <summary>USD charged per video, what failed on the way included; 0 without a video.</summary>
    public decimal AvgCostPerVideoUsd => Ledger.Total.AverageUsd ?? 0m;
}
