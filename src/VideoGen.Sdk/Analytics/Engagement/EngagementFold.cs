namespace VideoGen.Sdk.Analytics.Engagement;

/// <summary>Puts a summary of engagement together, from records or from sums that a database made; every store ends here.</summary>
internal sealed class EngagementFold
{
    private readonly SortedDictionary<string, (long Videos, EngagementCounts Counts)> providers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Videos, EngagementCounts Counts)> platforms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Videos, EngagementCounts Counts)> tags = new(StringComparer.Ordinal);

    /// <summary>Counts so many records that agree in provider, platform and tags.</summary>
    public void Add(string provider, string platform, IReadOnlyList<string> tagsOfVideo, long videos, EngagementCounts counts)
    {
        Add(providers, provider, videos, counts);
        Add(platforms, platform, videos, counts);
        foreach (var tag in tagsOfVideo.Distinct(StringComparer.Ordinal))
        {
            Add(tags, tag, videos, counts);
        }
    }

    public EngagementSummary ToSummary() => new()
    {
        Videos = providers.Values.Sum(group => group.Videos),
        Counts = providers.Values.Aggregate(new EngagementCounts(), (sum, group) => sum.Plus(group.Counts)),
        ByProvider = Groups(providers),
        ByPlatform = Groups(platforms),
        ByTag = Groups(tags),
    };

    private static void Add(SortedDictionary<string, (long Videos, EngagementCounts Counts)> groups, string name, long videos, EngagementCounts counts)
    {
        var (known, sum) = groups.GetValueOrDefault(name, (0, new EngagementCounts()));
        groups[name] = (known + videos, sum.Plus(counts));
    }

    private static List<EngagementGroup> Groups(SortedDictionary<string, (long Videos, EngagementCounts Counts)> groups) =>
        [.. groups.Select(group => new EngagementGroup(group.Key, group.Value.Videos, group.Value.Counts))];
}
