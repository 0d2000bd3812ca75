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

    /// <summary>Puts a summary together from what a store added up; for implementers of <see cref="IEngagementStore"/>.</summary>
    public static EngagementSummary Of(IEnumerable<EngagementSum> sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        var all = sums.ToList();
        return new EngagementSummary
        {
            Videos = all.Sum(sum => sum.Videos),
            Counts = Total(all),
            ByProvider = Groups(all, sum => [sum.Provider]),
            ByPlatform = Groups(all, sum => [sum.Platform]),
            ByTag = Groups(all, sum => sum.Tags.Distinct(StringComparer.Ordinal)),
        };
    }

    private static List<EngagementGroup> Groups(List<EngagementSum> sums, Func<EngagementSum, IEnumerable<string>> names) =>
    [
        .. sums.SelectMany(sum => names(sum).Select(name => (Name: name, Sum: sum)))
            .GroupBy(pair => pair.Name, pair => pair.Sum, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new EngagementGroup(group.Key, group.Sum(sum => sum.Videos), Total(group))),
    ];

    private static EngagementCounts Total(IEnumerable<EngagementSum> sums) => sums.Aggregate(new EngagementCounts(), (total, sum) => total.Plus(sum.Counts));
}
