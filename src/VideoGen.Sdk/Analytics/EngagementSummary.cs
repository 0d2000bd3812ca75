namespace VideoGen.Sdk.Analytics;

/// <summary>The engagement of the videos made in a stretch of time. Groups are ordered by name.</summary>
public sealed record EngagementSummary
{
    /// <summary>How many records: one per video and platform.</summary>
    public long Videos { get; init; }

    /// <summary>What all audiences did.</summary>
    public EngagementCounts Counts { get; init; } = new();

    /// <summary>By provider.</summary>
    public IReadOnlyList<EngagementGroup> ByProvider { get; init; } = [];

    /// <summary>By platform.</summary>
    public IReadOnlyList<EngagementGroup> ByPlatform { get; init; } = [];

    /// <summary>By tag; a video counts under each of its tags.</summary>
    public IReadOnlyList<EngagementGroup> ByTag { get; init; } = [];
}
