using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>Scores one cluster. Numbers first, words only for those who ask: most trends are never shown to anybody.</summary>
internal sealed class Scoring(ViralOptions options, Earnings earnings, DateTimeOffset now)
{
    // A mention without a count of views stands for as many people as this.
    private const int ReachOfMention = 1000;
    private const double TopOfVelocity = 6;
    private const double TopOfEngagement = 0.2;

    private readonly ScoreWeights weights = options.Weights;
    private readonly double sum = options.Weights.All.Sum();
    private readonly HashSet<ulong> themeWords = [.. options.Themes.SelectMany(WordReader.HashesOf)];

    public double Score(Cluster cluster, string theme, TrendSighting? known)
    {
        var total = 0d;
        foreach (var part in Parts(cluster, theme, known, words: false))
        {
            total += part.Value * part.Weight;
        }

        return Math.Round(total / sum, 4);
    }

    public IReadOnlyList<ScorePart> Explain(Cluster cluster, string theme, TrendSighting? known) => [.. Parts(cluster, theme, known, words: true).Select(part => part with { Value = Math.Round(part.Value, 4) })];

    private IEnumerable<ScorePart> Parts(Cluster cluster, string theme, TrendSighting? known, bool words)
    {
        var first = First(cluster, known);
        var (newest, views, interactions, reach) = Counts(cluster);
        var hours = Math.Max(1, (now - first).TotalHours);
        var rate = reach / hours;
        yield return new ScorePart("velocity", Math.Min(1, Math.Log10(1 + rate) / TopOfVelocity), weights.Velocity, words ? FormattableString.Invariant($"{cluster.Members.Count} mentions and {views} views in {hours:0.#} h") : "");

        var (acceleration, how) = Acceleration(cluster, known, reach, first);
        yield return new ScorePart("acceleration", acceleration, weights.Acceleration, words ? how : "");

        var engagement = views > 0 ? (double)interactions / views : 0;
        yield return new ScorePart("engagement", Math.Min(1, engagement / TopOfEngagement), weights.Engagement, !words ? "" : views > 0 ? FormattableString.Invariant($"{engagement:P1} interactions per view") : "no source counts views");

        var age = Math.Max(0, (now - newest).TotalHours);
        yield return new ScorePart("freshness", Math.Pow(2, -age / options.HalfLife.TotalHours), weights.Freshness, words ? FormattableString.Invariant($"the newest mention is {age:0.#} h old") : "");

        var sources = SourcesOf(cluster);
        yield return new ScorePart("agreement", 1 - (1d / sources), weights.Agreement, words ? $"{sources} source{(sources == 1 ? "" : "s")}" : "");

        var (fit, why) = Fit(cluster, theme);
        yield return new ScorePart("fit", fit, weights.Fit, why);

        var (earned, because) = words ? earnings.Of(theme) : (earnings.Of(theme).Value, "");
        yield return new ScorePart("earned", earned, weights.Earned, because);
    }

    public DateTimeOffset First(Cluster cluster, TrendSighting? known)
    {
        var first = known?.FirstSeenAt ?? now;
        foreach (var (item, _) in cluster.Members)
        {
            first = (item.PublishedAt ?? item.SeenAt) is var at && at < first ? at : first;
        }

        return first;
    }

    private (DateTimeOffset Newest, long Views, long Interactions, double Reach) Counts(Cluster cluster)
    {
        var newest = DateTimeOffset.MinValue;
        var (views, interactions, reach) = (0L, 0L, 0d);
        foreach (var (item, _) in cluster.Members)
        {
            newest = (item.PublishedAt ?? item.SeenAt) is var at && at > newest ? at : newest;
            views += item.Views ?? 0;
            interactions += item.Views > 0 ? (item.Likes ?? 0) + (item.Comments ?? 0) + (item.Shares ?? 0) : 0;
            reach += item.Views ?? ReachOfMention;
        }

        return (newest > now ? now : newest, views, interactions, reach);
    }

    // Half of it is an even pace. A trend known from an earlier run is measured against that run, a new one against its own first half.
    private (double Value, string Why) Acceleration(Cluster cluster, TrendSighting? known, double reach, DateTimeOffset first)
    {
        if (known is not null && known.LastSeenAt < now && known.LastSeenAt > known.FirstSeenAt)
        {
            var before = known.Views + (known.Views > 0 ? 0d : known.Mentions * (double)ReachOfMention);
            var recent = Math.Max(0, reach - before) / Math.Max(0.1, (now - known.LastSeenAt).TotalHours);
            var earlier = before / Math.Max(0.1, (known.LastSeenAt - known.FirstSeenAt).TotalHours);
            return recent + earlier > 0 ? (recent / (recent + earlier), "against the run before") : (0.5, "nothing moved");
        }

        if (cluster.Members.Count < 2)
        {
            return (0.5, "a single mention");
        }

        var middle = first + ((now - first) / 2);
        var late = cluster.Members.Count(member => (member.Item.PublishedAt ?? member.Item.SeenAt) >= middle);
        return ((double)late / cluster.Members.Count, "mentions of the later half of its time");
    }

    private (double Value, string Why) Fit(Cluster cluster, string theme)
    {
        if (options.Themes.Count == 0)
        {
            return (0.5, "the account names no themes");
        }

        if (options.Themes.Contains(theme, StringComparer.OrdinalIgnoreCase))
        {
            return (1, "its theme is one of the account's");
        }

        return cluster.First.Words.Content.Any(themeWords.Contains) ? (0.75, "it names a theme of the account") : (0, "its theme is none of the account's");
    }

    private static int SourcesOf(Cluster cluster) =>
        cluster.Members.Count == 1 ? 1 : cluster.Members.Select(member => member.Item.Source).Distinct(StringComparer.Ordinal).Count();
}
