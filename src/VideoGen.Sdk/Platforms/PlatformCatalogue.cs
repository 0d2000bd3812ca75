using System.Text.Json;

namespace VideoGen.Sdk.Platforms;

/// <summary>What the platforms demand, as data. Immutable; safe for use by many threads at once.</summary>
public sealed class PlatformCatalogue
{
    private readonly List<PlatformSpecs> platforms;

    private PlatformCatalogue(IEnumerable<PlatformSpecs> platforms) => this.platforms = [.. platforms];

    /// <summary>The catalogue that came with this package.</summary>
    public static PlatformCatalogue Embedded { get; } = ReadEmbedded();

    /// <summary>All platforms.</summary>
    public IReadOnlyList<PlatformSpecs> All => platforms;

    /// <summary>The rules of an id such as <c>instagram/reels</c>; a bare <c>instagram</c> means its first. Null when unknown.</summary>
    public PlatformSpecs? Find(string id) =>
        platforms.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? platforms.FirstOrDefault(p => p.Id.StartsWith(id + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The rules of a platform's kind of post, as <c>("instagram", "reels")</c>.</summary>
    /// <exception cref="InvalidVideoRequestException">Unknown; the message lists the known ones.</exception>
    public PlatformSpecs GetPlatformSpecs(string platform, string kind) => Get($"{platform}/{kind}");

    /// <summary>What to aim at for a platform's kind of post.</summary>
    /// <exception cref="InvalidVideoRequestException">Unknown; the message lists the known ones.</exception>
    public OptimalParameters GetOptimalParameters(string platform, string kind) => GetPlatformSpecs(platform, kind).Optimal;

    /// <summary>The rules of an id.</summary>
    /// <exception cref="InvalidVideoRequestException">Unknown; the message lists the known ones.</exception>
    public PlatformSpecs Get(string id) => Find(id)
        ?? throw new InvalidVideoRequestException($"TargetPlatform: '{id}' is unknown. Known: {string.Join(", ", platforms.Select(p => p.Id))}.");

    /// <summary>Reads a catalogue in the form of the embedded one.</summary>
    /// <exception cref="JsonException">It is not in that form, names an id twice, or demands what no file can meet.</exception>
    public static PlatformCatalogue Parse(string json)
    {
        var platforms = JsonSerializer.Deserialize(json, PlatformJsonContext.Default.PlatformDocument)?.Platforms ?? [];
        return PlatformFaults.FirstOf(platforms) is { } fault ? throw new JsonException(fault) : new PlatformCatalogue(platforms);
    }

    /// <summary>This catalogue with another one laid over it: the same ids are replaced, new ones come after.</summary>
    public PlatformCatalogue With(PlatformCatalogue overlay) => new(platforms
        .Select(p => overlay.platforms.Find(o => string.Equals(o.Id, p.Id, StringComparison.OrdinalIgnoreCase)) ?? p)
        .Concat(overlay.platforms.Where(o => platforms.TrueForAll(p => !string.Equals(o.Id, p.Id, StringComparison.OrdinalIgnoreCase)))));

    private static PlatformCatalogue ReadEmbedded()
    {
        using var stream = typeof(PlatformCatalogue).Assembly.GetManifestResourceStream("platforms.json")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
