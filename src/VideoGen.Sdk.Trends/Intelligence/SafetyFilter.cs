using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>Says why a trend may not be used. One bad mention is enough: what others say of it will be found under its name.</summary>
internal sealed class SafetyFilter(ViralOptions options)
{
    private readonly List<(string Name, ulong[] Words)> blocked = [.. options.BlockedWords
        .Select(phrase => (phrase, WordReader.HashesOf(phrase).ToArray())).Where(each => each.Item2.Length > 0)];

    private readonly WordReader reader = new();

    /// <summary>Null when it may be used.</summary>
    public string? WhyNot(Cluster cluster, string theme, string language)
    {
        if (options.BlockedThemes.Contains(theme, StringComparer.OrdinalIgnoreCase))
        {
            return $"its theme '{theme}' is blocked";
        }

        if (options.Languages.Count > 0 && language != LanguageGuess.Unknown && !options.Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
        {
            return $"its language '{language}' is not one of the account's";
        }

        foreach (var (item, words) in cluster.Members)
        {
            if (WhyNot(item, words, theme) is { } why)
            {
                return why;
            }
        }

        return null;
    }

    private string? WhyNot(TrendItem item, TitleWords words, string theme)
    {
        if (!options.AllowPolitics && Touches(Themes.Politics, item, words, theme))
        {
            return "it is about politics";
        }

        if (!options.AllowTragedy && Touches(Themes.Tragedy, item, words, theme))
        {
            return "it is about war, disaster or death";
        }

        return blocked.Count > 0 && (Blocked(item.Title) ?? Blocked(item.Text) ?? Blocked(string.Join(" #", item.Hashtags.Prepend("")))) is { } phrase ? $"it has the blocked word '{phrase}'" : null;
    }

    private bool Touches(string theme, TrendItem item, TitleWords words, string itsTheme) =>
        itsTheme == theme || words.Content.Any(word => Themes.Speaks(word, theme)) || item.Hashtags.Any(tag => Words("#" + tag.TrimStart('#')).Any(word => Themes.Speaks(word, theme)));

    private string? Blocked(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var words = Words(text);
        return blocked.Find(each => words.AsSpan().IndexOf(each.Words) >= 0).Name;
    }

    private ulong[] Words(string text)
    {
        reader.Read(text);
        return [.. reader.Words.Select(word => word.Hash)];
    }
}
