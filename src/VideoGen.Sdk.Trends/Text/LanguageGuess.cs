using System.Text;

namespace VideoGen.Sdk.Trends.Text;

/// <summary>Which language a short text is in: by its script where that is enough, else by its small words. <c>und</c> when nothing speaks for one.</summary>
internal static class LanguageGuess
{
    public const string Unknown = "und";

    private static readonly (int From, int To, string Language)[] Scripts =
    [
        (0x3040, 0x30FF, "ja"), (0xAC00, 0xD7AF, "ko"), (0x1100, 0x11FF, "ko"), (0x0370, 0x03FF, "el"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "ar"),
        (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"), (0x0A00, 0x0A7F, "pa"), (0x0A80, 0x0AFF, "gu"), (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"), (0x0C80, 0x0CFF, "kn"), (0x0D00, 0x0D7F, "ml"),
        (0x0E00, 0x0E7F, "th"), (0x0E80, 0x0EFF, "lo"), (0x1000, 0x109F, "my"), (0x10A0, 0x10FF, "ka"), (0x1200, 0x137F, "am"), (0x1780, 0x17FF, "km"), (0x0D80, 0x0DFF, "si"), (0x0400, 0x04FF, "ru"), (0x4E00, 0x9FFF, "zh"),
    ];

    private static readonly (string Letters, string Language)[] Telling =
        [("іїєґ", "uk"), ("پچژگ", "fa"), ("ўђћ", "sr"), ("ß", "de"), ("ñ¿¡", "es"), ("ãõ", "pt"), ("ğış", "tr"), ("łżść", "pl"), ("ơưđ", "vi"), ("ěřů", "cs"), ("őű", "hu"), ("ăț", "ro")];

    private static readonly Dictionary<string, string> SmallWords = Table(
        ("en", "the and of to is in for with you your this that are how what why"), ("de", "der die das und ist nicht mit für ein eine auf wie zu den im"),
        ("fr", "le les et est dans pour un une comment des avec sur pas qui du au"), ("es", "el los las y es en para un una con por que del como"), ("pt", "os um uma para com não em que dos da do"),
        ("it", "il gli e di per un una con non che della nel sono"), ("nl", "het een van en is niet met voor op zijn"), ("pl", "i w na nie się jest z do"), ("sv", "och det att är inte som en på"),
        ("tr", "ve bir bu için ile çok"), ("id", "dan yang di untuk dengan ini itu"), ("da", "og ikke af til"), ("fi", "ja ei on että"));

    /// <summary>A stated language in its short form, else the guess from the text.</summary>
    public static string Of(string? stated, string text) => Stated(stated) ?? Guess(text);

    private static string? Stated(string? stated)
    {
        if (stated is not { Length: >= 2 and <= 35 })
        {
            return null;
        }

        var end = stated.AsSpan().IndexOfAny('-', '_');
        var primary = (end < 0 ? stated : stated[..end]).ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) && primary is not ("und" or "zxx" or "mul") ? primary : null;
    }

    private static string Guess(string text)
    {
        var (script, isLatin) = ScriptOf(text);
        if (script is not null)
        {
            return script is "ru" or "ar" ? Telling.FirstOrDefault(t => t.Language is "uk" or "fa" or "sr" && text.AsSpan().IndexOfAny(t.Letters) >= 0).Language ?? script : script;
        }

        if (!isLatin)
        {
            return Unknown;
        }

        var votes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in text.ToLowerInvariant().Split(' ', 64, StringSplitOptions.RemoveEmptyEntries))
        {
            if (SmallWords.TryGetValue(word.Trim('.', ',', '!', '?', ':', '"', '#'), out var languages))
            {
                foreach (var language in languages.Split(' '))
                {
                    votes[language] = votes.GetValueOrDefault(language) + 2;
                }
            }
        }

        foreach (var (letters, language) in Telling)
        {
            if (text.AsSpan().IndexOfAny(letters) >= 0)
            {
                votes[language] = votes.GetValueOrDefault(language) + 3;
            }
        }

        return votes.Count == 0 ? Unknown : votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key, StringComparer.Ordinal).First().Key;
    }

    // Kana decides for Japanese, whatever the number of its Chinese characters.
    private static (string? Script, bool IsLatin) ScriptOf(string text)
    {
        string? found = null;
        var isLatin = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 0x370)
            {
                isLatin |= Rune.IsLetter(rune);
                continue;
            }

            foreach (var (from, to, language) in Scripts)
            {
                if (rune.Value >= from && rune.Value <= to)
                {
                    found = found is null or "zh" || language == "ja" ? language : found;
                    break;
                }
            }
        }

        return (found, isLatin);
    }

    private static Dictionary<string, string> Table(params (string Language, string Words)[] rows) => rows
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Language)))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => string.Join(' ', group.Select(pair => pair.Language)), StringComparer.Ordinal);
}
