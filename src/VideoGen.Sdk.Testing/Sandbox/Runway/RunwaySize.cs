using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Ratios are pixels for most models, shapes for some, and a word for others.</summary>
internal static class RunwaySize
{
    private const int SmallestPixels = 100;

    public static ClipShape Of(RunwayModel model, JsonNode body, int seconds)
    {
        var ratio = body.Text("targetAspectRatio") ?? (model.Name == "aleph2" ? null : body.Text("ratio")) ?? model.DefaultRatio;
        var side = body.Text("resolution") ?? ratio;
        if (!ratio.Contains(':', StringComparison.Ordinal))
        {
            ratio = "16:9";
        }

        var across = int.Parse(ratio.AsSpan(0, ratio.IndexOf(':', StringComparison.Ordinal)), null);
        return across >= SmallestPixels && body.Text("resolution") is null ? Pixels(ratio, seconds) : ClipShape.OfRatio(ratio, ShortSide(side), seconds);
    }

    private static ClipShape Pixels(string ratio, int seconds)
    {
        var sides = ratio.Split(':');
        return ClipShape.Of(int.Parse(sides[0], null), int.Parse(sides[1], null), seconds);
    }

    private static int ShortSide(string word) => word.ToLowerInvariant() switch
    {
        "480p" or "auto_480p" => 480,
        "768p" => 768,
        "1080p" or "auto_1080p" => 1080,
        "2k" => 1440,
        _ => 720,
    };
}
