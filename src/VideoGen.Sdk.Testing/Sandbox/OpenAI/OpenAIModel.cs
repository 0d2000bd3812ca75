using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.OpenAI;

/// <summary>Sora's models as last documented. Gateways serve others under names of their own, which are taken loosely.</summary>
internal static class OpenAIModel
{
    private static readonly string[] Sora = ["720x1280", "1280x720"];
    private static readonly string[] Pro = [.. Sora, "1024x1792", "1792x1024", "1080x1920", "1920x1080"];
    private static readonly string[] Lengths = ["4", "8", "12", "16", "20"];

    public static (Rule Size, Rule Seconds) Rules(string model) =>
        model.StartsWith("sora-2-pro", StringComparison.Ordinal) ? (May.OneOf(Pro), May.OneOf(Lengths))
        : model.StartsWith("sora-2", StringComparison.Ordinal) ? (May.OneOf(Sora), May.OneOf(Lengths))
        : (May.Test(text => Sides(text) is null ? "must be WIDTHxHEIGHT" : null),
            May.Test(text => int.TryParse(text, null, out var seconds) && seconds is >= 1 and <= 120 ? null : "must be 1 to 120"));

    /// <summary>US dollars per second, last published 2026-08-02; other models are priced like sora-2.</summary>
    public static decimal Usd(string model, string size) => !model.StartsWith("sora-2-pro", StringComparison.Ordinal) ? 0.10m : size switch
    {
        "1080x1920" or "1920x1080" => 0.70m,
        "1024x1792" or "1792x1024" => 0.50m,
        _ => 0.30m,
    };

    public static (int Width, int Height)? Sides(string size) => size.Split('x') is [var across, var down]
        && int.TryParse(across, null, out var width) && int.TryParse(down, null, out var height) && width is >= 64 and <= 4096 && height is >= 64 and <= 4096
            ? (width, height) : null;
}
