using System.Text.Json;
using VideoGen.Sdk.Trends.Text;

namespace VideoGen.Sdk.Trends.Intelligence;

/// <summary>Which theme the words of a title speak for.</summary>
internal static class Themes
{
    public const string General = "general";
    public const string Politics = "politics";
    public const string Tragedy = "tragedy";

    private static readonly Dictionary<ulong, string[]> ByWord = Load();

    /// <summary>The theme that most words speak for; of equals the first by name. Null when none does.</summary>
    public static string? Of(IEnumerable<ulong> words)
    {
        Dictionary<string, int>? votes = null;
        foreach (var word in words)
        {
            foreach (var theme in ByWord.GetValueOrDefault(word, []))
            {
                votes ??= new Dictionary<string, int>(StringComparer.Ordinal);
                votes[theme] = votes.GetValueOrDefault(theme) + 1;
            }
        }

        return votes?.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key, StringComparer.Ordinal).First().Key;
    }

    /// <summary>Whether the word is one of a theme.</summary>
    public static bool Speaks(ulong word, string theme) => ByWord.TryGetValue(word, out var themes) && themes.Contains(theme);

    private static Dictionary<ulong, string[]> Load()
    {
        using var stream = typeof(Themes).Assembly.GetManifestResourceStream("themes.json")!;
        using var table = JsonDocument.Parse(stream);
        return table.RootElement.EnumerateObject()
            .SelectMany(theme => WordReader.HashesOf(theme.Value.GetString()!).Append(WordReader.HashesOf(theme.Name).First()).Select(word => (word, theme.Name)))
            .GroupBy(pair => pair.word)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Name).Distinct(StringComparer.Ordinal).ToArray());
    }
}
