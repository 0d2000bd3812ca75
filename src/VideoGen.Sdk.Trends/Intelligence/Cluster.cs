namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>Items that are one trend.</summary>
internal sealed class Cluster
{
    public List<(TrendItem Item, TitleWords Words)> Members { get; } = [];

    /// <summary>The member that speaks for all: the most viewed, then the earliest, then the first by id.</summary>
    public (TrendItem Item, TitleWords Words) First => Members[0];

    /// <summary>Every key of every member.</summary>
    public IEnumerable<long> Keys => Members.SelectMany(member => KeysOf(member.Words)).Distinct();

    /// <summary>Keys by which it may be known although it never had them itself.</summary>
    public IEnumerable<long> Guesses => Members.SelectMany(member => member.Words.OneLess).Select(key => unchecked((long)key)).Distinct();

    public long Views => Members.Sum(member => member.Item.Views ?? 0);

    public void Settle() => Members.Sort((one, other) =>
    {
        var views = (other.Item.Views ?? 0).CompareTo(one.Item.Views ?? 0);
        var time = views != 0 ? views : (one.Item.PublishedAt ?? one.Item.SeenAt).CompareTo(other.Item.PublishedAt ?? other.Item.SeenAt);
        var source = time != 0 ? time : string.CompareOrdinal(one.Item.Source, other.Item.Source);
        return source != 0 ? source : string.CompareOrdinal(one.Item.Id, other.Item.Id);
    });

    private static IEnumerable<long> KeysOf(TitleWords words)
    {
        yield return unchecked((long)words.Key);
        yield return unchecked((long)words.Joined);
        yield return unchecked((long)words.Written);
        if (words.Head != 0)
        {
            yield return unchecked((long)words.Head);
        }
    }
}
