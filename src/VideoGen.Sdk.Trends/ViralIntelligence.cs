using Microsoft.Extensions.Options;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Trends.Intelligence;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends;

/// <summary>Understands what is trending: joins near-duplicates over all sources, scores each trend in parts that it can explain, and leaves out what the account must not touch.
/// The same items at the same time over the same history give the same ranking. Free; safe for use by many threads at once.</summary>
/// <param name="history">What was seen before.</param>
/// <param name="engagements">What earlier videos earned.</param>
/// <param name="options">What is good for this account.</param>
/// <param name="clock">The time.</param>
public sealed class ViralIntelligence(ITrendHistory history, IEngagementStore engagements, IOptionsMonitor<ViralOptions> options, TimeProvider clock)
{
    private const int KeysAtOnce = 20_000;

    /// <summary>Ranks what the sources hold, and remembers it for the next run.</summary>
    /// <param name="items">The items of all sources, in any order; an id twice from one source counts once.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="StoreException">History or engagement cannot be read or written.</exception>
    public async Task<TrendRanking> RankAsync(IReadOnlyCollection<TrendItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        var (now, viral) = (clock.GetUtcNow(), options.CurrentValue);
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var oldest = now - viral.OldestItem;
        var (clusters, leftOut) = DuplicateJoin.Join([.. items.Where(item => (item.PublishedAt ?? item.SeenAt) >= oldest)]);
        leftOut.AddRange(items.Where(item => (item.PublishedAt ?? item.SeenAt) < oldest).Select(item => LeftOutItem.Of(item.Title, $"it is older than {viral.OldestItem.TotalDays:0.#} days")));
        var known = await FindAsync(clusters, cancellationToken).ConfigureAwait(false);
        var summary = await engagements.SummariseAsync(now.AddDays(-viral.EarnedDays), now.AddDays(1), cancellationToken).ConfigureAwait(false);
        var scoring = new Scoring(viral, new Earnings(summary), now);

        var ranked = new List<Ranked>(clusters.Count);
        var (safety, reader) = (new SafetyFilter(viral), new WordReader());
        foreach (var cluster in clusters)
        {
            var (theme, language) = (ClusterFacts.ThemeOf(cluster, reader), ClusterFacts.LanguageOf(cluster));
            if (safety.WhyNot(cluster, theme, language) is { } why)
            {
                leftOut.Add(LeftOutItem.Of(cluster.First.Item.Title, why));
                continue;
            }

            var identity = Identity.Of(cluster, known);
            ranked.Add(new Ranked(cluster, theme, language, identity, scoring.Score(cluster, theme, identity.Sighting)));
        }

        ranked.Sort((one, other) => other.Score.CompareTo(one.Score) is var order && order != 0 ? order : string.CompareOrdinal(one.Identity.Id, other.Identity.Id));
        await RememberAsync(ranked, scoring, now, cancellationToken).ConfigureAwait(false);
        await history.ForgetAsync(now - viral.Memory, cancellationToken).ConfigureAwait(false);
        leftOut.Sort((one, other) => string.CompareOrdinal(one.Item, other.Item) is var order && order != 0 ? order : string.CompareOrdinal(one.Why, other.Why));
        return new TrendRanking { Trends = [.. ranked.Take(viral.MostRanked).Select(each => Tell(each, scoring))], LeftOut = leftOut, Found = clusters.Count };
    }

    private async Task<Dictionary<long, TrendSighting>> FindAsync(List<Cluster> clusters, CancellationToken cancellationToken)
    {
        var known = new Dictionary<long, TrendSighting>();
        foreach (var keys in clusters.SelectMany(cluster => cluster.Keys.Concat(cluster.Guesses)).Chunk(KeysAtOnce))
        {
            foreach (var sighting in await history.FindAsync(keys, cancellationToken).ConfigureAwait(false))
            {
                known[sighting.Key] = sighting;
            }
        }

        return known;
    }

    private async Task RememberAsync(List<Ranked> ranked, Scoring scoring, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seen = ranked.SelectMany(each =>
        {
            var first = scoring.First(each.Cluster, each.Identity.Sighting);
            first = first.AddTicks(-(first.Ticks % TimeSpan.TicksPerMicrosecond));
            var (views, mentions) = (each.Cluster.Views, each.Cluster.Members.Count);
            return each.Cluster.Keys.Select(key => new TrendSighting { Key = key, Cluster = each.Identity.Id, FirstSeenAt = first, LastSeenAt = now, Mentions = mentions, Views = views });
        });
        foreach (var some in seen.Chunk(KeysAtOnce))
        {
            await history.RememberAsync(some, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Trend Tell(Ranked ranked, Scoring scoring) => new()
    {
        Caption = ranked.Cluster.First.Item.Title,
        Hashtags = ClusterFacts.HashtagsOf(ranked.Cluster),
        Theme = ranked.Theme,
        Language = ranked.Language,
        Cluster = ranked.Identity.Id,
        Aliases = ranked.Identity.Aliases,
        Score = ranked.Score,
        Parts = scoring.Explain(ranked.Cluster, ranked.Theme, ranked.Identity.Sighting),
        Sources = [.. ranked.Cluster.Members.Select(member => member.Item.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Mentions = ranked.Cluster.Members.Count,
        Views = ranked.Cluster.Views,
        FirstSeenAt = scoring.First(ranked.Cluster, ranked.Identity.Sighting),
        Link = ranked.Cluster.First.Item.Link,
    };

    private sealed record Ranked(Cluster Cluster, string Theme, string Language, Identity Identity, double Score);
}
