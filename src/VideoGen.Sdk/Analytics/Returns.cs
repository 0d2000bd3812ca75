using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Analytics;

/// <summary>Puts what was charged beside what it brought, name by name.</summary>
internal static class Returns
{
    public static IReadOnlyList<ReturnOnSpending> Of(IReadOnlyList<LedgerGroup> costs, IReadOnlyList<EngagementGroup> engagement, string prefix, AnalyticsOptions value)
    {
        var spent = costs.Where(group => IsNamed(group.Name, prefix)).ToDictionary(group => group.Name!, group => group.Totals.ChargedUsd, StringComparer.Ordinal);
        var brought = engagement.Where(group => IsNamed(group.Name, prefix)).ToDictionary(group => group.Name, group => group.Counts, StringComparer.Ordinal);
        return
        [
            .. spent.Keys.Union(brought.Keys, StringComparer.Ordinal)
                .Select(name => Of(name[prefix.Length..], spent.GetValueOrDefault(name), brought.GetValueOrDefault(name) ?? new EngagementCounts(), value))
                .OrderByDescending(each => each.EstimatedValueUsd).ThenByDescending(each => each.CostUsd).ThenBy(each => each.Name, StringComparer.Ordinal),
        ];
    }

    private static ReturnOnSpending Of(string name, decimal costUsd, EngagementCounts counts, AnalyticsOptions value) => new(name, costUsd, value.ValueOf(counts), counts);

    private static bool IsNamed(string? name, string prefix) => name is not null && name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal);
}
