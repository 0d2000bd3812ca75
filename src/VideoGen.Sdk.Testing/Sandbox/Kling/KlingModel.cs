using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>What one model of the new standard takes (vendor page of September 2026).</summary>
internal sealed record KlingModel(string Name, int PromptLimit, Rule Duration, string[] Resolutions)
{
    private static readonly Rule Any = May.Whole(3, 15);
    private static readonly Rule FiveOrTen = May.WholeOf(5, 10);
    private static readonly string[] Usual = ["16:9", "9:16", "1:1"];
    private static readonly string[] UpTo1080 = ["720p", "1080p"];
    private static readonly string[] UpTo4K = ["720p", "1080p", "4k"];

    public string[] Audio { get; init; } = [];
    public bool HasMultiShot { get; init; }
    public bool HasLastFrame { get; init; }
    public string[] Ratios { get; init; } = Usual;

    /// <summary>Whether text alone comes as an item of contents too.</summary>
    public bool TakesPromptAsContent { get; init; }

    public static KlingModel? Plain(string name) => Array.Find(PlainModels, model => model.Name == name);

    public static KlingModel? Omni(string name) => Array.Find(OmniModels, model => model.Name == name);

    private static KlingModel[] PlainModels { get; } =
    [
        new("kling-3.0-turbo", 3072, Any, UpTo1080),
        new("kling-3.0", 3072, Any, UpTo4K) { Audio = ["native", "off"], HasMultiShot = true, HasLastFrame = true },
        new("kling-2.6", 2500, FiveOrTen, UpTo1080) { Audio = ["native", "off"], HasLastFrame = true },
        new("kling-2.5-turbo", 2500, FiveOrTen, UpTo1080) { HasLastFrame = true },
        Fourth("kling-4.0", 30, UpTo1080),
        Fourth("kling-4.0-flash", 20, "720p"),
    ];

    private static KlingModel[] OmniModels { get; } =
    [
        new("kling-3.0-omni", 3072, Any, UpTo4K) { Audio = ["native", "original", "off"], HasMultiShot = true, HasLastFrame = true },
        new("kling-o1", 2500, May.Whole(3, 10), UpTo1080) { Audio = ["original", "off"], HasLastFrame = true },
    ];

    // The vendor's page does not have them yet: as its resellers tell (November 2026).
    private static KlingModel Fourth(string name, int longest, params string[] resolutions) =>
        new(name, 3072, May.Whole(3, longest), resolutions) { HasLastFrame = true, TakesPromptAsContent = true, Ratios = [.. Usual, "21:9"] };

    public ShapeRule Settings(bool withRatio)
    {
        var settings = May.Hold(("resolution", May.OneOf(Resolutions)), ("duration", Duration));
        settings = withRatio ? settings.With(("aspect_ratio", May.OneOf(Ratios))) : settings;
        settings = Audio.Length > 0 ? settings.With(("audio", May.OneOf(Audio))) : settings;
        return HasMultiShot ? settings.With(("multi_shot", May.Flag())) : settings;
    }
}
