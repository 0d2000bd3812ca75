using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>What is said of a cluster as a whole: by most of its members, and of equals by the first in alphabetical order.</summary>
internal static class ClusterFacts
{
    private const int MostHashtags = 8;
    private const int LongestHashtag = 50;

    public static string ThemeOf(Cluster cluster, WordReader reader)
    {
        var stated = Most(cluster.Members.Select(member => member.Item.Theme).Where(theme => !string.IsNullOrWhiteSpace(theme)).Select(theme => theme!.Trim().ToLowerInvariant()));
        return stated ?? Themes.Of(cluster.First.Words.Content) ?? Themes.Of(cluster.Members.SelectMany(member => TagWords(member.Item, reader))) ?? Themes.General;
    }

    public static string LanguageOf(Cluster cluster) =>
        Most(cluster.Members.Select(member => LanguageGuess.Of(member.Item.Language, member.Item.Title)).Where(language => language != LanguageGuess.Unknown)) ?? LanguageGuess.Unknown;

    public static IReadOnlyList<string> HashtagsOf(Cluster cluster)
    {
        var tags = cluster.Members.SelectMany(member => member.Item.Hashtags.Concat(InTitle(member.Item.Title))).Select(Bare).Where(tag => tag.Length > 0);
        return [.. tags.GroupBy(tag => tag, StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostHashtags).Select(group => group.Key)];
    }

    private static IEnumerable<string> InTitle(string title) => title.Split(' ').Where(word => word.Length > 1 && word[0] == '#');

    // A hashtag is letters, digits and underscores; anything else would end it where it is posted.
    private static string Bare(string tag)
    {
        var bare = new string([.. PlainText.Of(tag, LongestHashtag).Where(sign => char.IsLetterOrDigit(sign) || sign == '_' || char.IsSurrogate(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)]);
        return bare.Any(char.IsLetter) ? bare : "";
    }

    private static ulong[] TagWords(TrendItem item, WordReader reader)
    {
        var words = new List<ulong>();
        foreach (var tag in item.Hashtags)
        {
            reader.Read("#" + tag.TrimStart('#'));
            words.AddRange(reader.Words.Select(word => word.Hash));
        }

        return [.. words];
    }

    private static string? Most(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
}
