using System.Text.Json;

namespace VideoGen.Sdk.Trends.Prompts;

/// <summary>The templates out of the box.</summary>
internal sealed class PromptTemplates
{
    private readonly Dictionary<string, string> scenes;
    private readonly Dictionary<string, string> styles;
    private readonly Dictionary<string, string> platforms;
    private readonly Dictionary<string, string[]> captions;

    private PromptTemplates(JsonElement root)
    {
        (scenes, styles, platforms) = (Texts(root, "scenes"), Texts(root, "styles"), Texts(root, "platforms"));
        captions = root.GetProperty("captions").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.EnumerateArray().Select(text => text.GetString()!).ToArray(), StringComparer.Ordinal);
    }

    public static PromptTemplates Embedded { get; } = Load();

    public string Scene(string theme) => scenes.GetValueOrDefault(theme, scenes["general"]);

    /// <summary>A known style in full; another word as it is.</summary>
    public string? Style(string? style) => string.IsNullOrWhiteSpace(style) ? null : styles.GetValueOrDefault(style, $"{style} look");

    public string? Platform(string? platform) => platform is null ? null : platforms.GetValueOrDefault(platform.Split('/')[0]);

    /// <summary>The language asked for where there are words in it, else English.</summary>
    public string LanguageFor(string language) => captions.ContainsKey(language) ? language : "en";

    public (string Caption, string Script) Words(string language) => (captions[language][0], captions[language][1]);

    private static PromptTemplates Load()
    {
        using var stream = typeof(PromptTemplates).Assembly.GetManifestResourceStream("prompts.json")!;
        using var document = JsonDocument.Parse(stream);
        return new PromptTemplates(document.RootElement);
    }

    private static Dictionary<string, string> Texts(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
}
