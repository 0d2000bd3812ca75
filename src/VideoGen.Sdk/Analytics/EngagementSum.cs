namespace VideoGen.Sdk.Analytics;

/// <summary>Records that agree in provider, platform and tags, added up; what a store's own grouping gives.</summary>
/// <param name="Provider">Their provider.</param>
/// <param name="Platform">Their platform.</param>
/// <param name="Tags">Their tags.</param>
/// <param name="Videos">How many they are.</param>
/// <param name="Counts">Their counts, added up.</param>
public sealed record EngagementSum(string Provider, string Platform, IReadOnlyList<string> Tags, long Videos, EngagementCounts Counts);
