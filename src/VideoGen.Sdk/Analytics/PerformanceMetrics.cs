using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>How well a stretch of time went.</summary>
public sealed record PerformanceMetrics
{
    /// <summary>The stretch: half open, and whose days count.</summary>
    public required LedgerSpan Span { get; init; }

    /// <summary>How its jobs went: successes, failures, retries, failovers.</summary>
    public required LedgerRuns Runs { get; init; }

    /// <summary>Jobs with a video among jobs that ended, in percent; 0 without any. A job that needed a second provider is a success.</summary>
    public decimal SuccessRate => Runs.Succeeded + Runs.Failed is > 0 and var ended ? 100m * Runs.Succeeded / ended : 0m;

    /// <summary>Half of the videos took at most so long from the first reservation of their job to the booking, in whole seconds; null without a video.</summary>
    public TimeSpan? TimeToVideoP50 { get; init; }

    /// <summary>95 of 100 videos took at most so long; null without a video.</summary>
    public TimeSpan? TimeToVideoP95 { get; init; }

    /// <summary>Money that bought no video.</summary>
    public required WastedMoney Waste { get; init; }

    /// <summary>USD charged per second of video that can be used; null while no playing time is known.</summary>
    public decimal? CostPerUsableSecondUsd { get; init; }

    /// <summary>Likes, comments and shares per view of the videos made in the stretch: 0.05 is 5 %; 0 without a view.</summary>
    public decimal AvgEngagement { get; init; }

    /// <summary>Every provider that was tried, dearest first.</summary>
    public required IReadOnlyList<ProviderPerformance> ProviderComparison { get; init; }
}
