using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>Under which id a cluster goes: the one that it was known by first, else one made of its words.</summary>
internal sealed record Identity(string Id, IReadOnlyList<string> Aliases, TrendSighting? Sighting)
{
    public static Identity Of(Cluster cluster, Dictionary<long, TrendSighting> known)
    {
        var sightings = known.Count == 0 ? [] : cluster.Keys.Concat(cluster.Guesses).Select(key => known.GetValueOrDefault(key)).OfType<TrendSighting>().ToList();
        if (sightings.Count == 0)
        {
            // The smallest key, so that the id does not hang on which member came first.
            return new Identity(Trend.IdOf(cluster.Members.Min(member => member.Words.Key)), [], null);
        }

        var first = sightings.OrderBy(sighting => sighting.FirstSeenAt).ThenBy(sighting => sighting.Cluster, StringComparer.Ordinal).First();
        var latest = sightings.MaxBy(sighting => sighting.LastSeenAt)!;
        return new Identity(
            first.Cluster,
            [.. sightings.Select(sighting => sighting.Cluster).Distinct(StringComparer.Ordinal).Where(id => id != first.Cluster).Order(StringComparer.Ordinal)],
            latest with { FirstSeenAt = first.FirstSeenAt });
    }
}
