using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>Walks a ranking so that the chosen differ: each further trend of a theme counts less, and one that says nearly the same as a chosen one is passed over.</summary>
internal sealed class TrendChoice
{
    // A second video of one theme must be this much better than the best of another.
    private const double OfSameTheme = 0.7;
    private const double TooAlike = 0.5;

    private readonly List<(Trend Trend, HashSet<ulong> Words)> open;
    private readonly List<(Trend Trend, HashSet<ulong> Words)> chosen = [];
    private (Trend Trend, HashSet<ulong> Words) offered;

    public TrendChoice(IReadOnlyList<Trend> ranked)
    {
        var reader = new WordReader();
        open = [.. ranked.Select(trend => (trend, TitleWords.Of(trend.Caption, reader)?.Content.ToHashSet() ?? []))];
    }

    /// <summary>What was passed over so far, with the reason.</summary>
    public List<LeftOutItem> PassedOver { get; } = [];

    /// <summary>The best that is left; null when none is.</summary>
    public Trend? Next()
    {
        while (open.Count > 0)
        {
            offered = open.MaxBy(each => each.Trend.Score * Math.Pow(OfSameTheme, chosen.Count(one => one.Trend.Theme == each.Trend.Theme)));
            open.Remove(offered);
            if (chosen.Find(one => Likeness(one.Words, offered.Words) >= TooAlike).Trend is not { } alike)
            {
                return offered.Trend;
            }

            PassedOver.Add(LeftOutItem.Of(offered.Trend.Caption, $"it is too much like '{alike.Caption}'"));
        }

        return null;
    }

    /// <summary>The offered trend was taken.</summary>
    public void Take() => chosen.Add(offered);

    private static double Likeness(HashSet<ulong> one, HashSet<ulong> other)
    {
        var both = one.Count(other.Contains);
        return both == 0 ? 0 : (double)both / (one.Count + other.Count - both);
    }
}
