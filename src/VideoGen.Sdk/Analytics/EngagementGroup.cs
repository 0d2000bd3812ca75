namespace VideoGen.Sdk.Analytics;

/// <summary>The engagement of videos that share a name.</summary>
/// <param name="Name">Provider, platform or tag.</param>
/// <param name="Videos">How many records: one per video and platform.</param>
/// <param name="Counts">What their audiences did.</param>
public sealed record EngagementGroup(string Name, long Videos, EngagementCounts Counts);
