using System.Globalization;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Fal;

/// <summary>Fields, length and price by endpoint id. Models without an entry take any input.</summary>
internal static class FalModel
{
    private static readonly Rule Duration = May.Either(May.WholeOf(5, 10), May.OneOf("5", "10")); // both spellings are in official clients
    private static readonly Rule Link = May.Test(text => May.IsLink(text) || text.StartsWith("data:", StringComparison.Ordinal) ? null
        : "must be a URL or a data URI");
    private static readonly Rule Ratio = May.OneOf("16:9", "9:16", "1:1", "4:5", "5:4", "3:2", "2:3");

    private static readonly ShapeRule Shared = May.Hold(
        ("prompt", May.Text(1).Needed()), ("negative_prompt", May.Text()), ("resolution", May.OneOf("720p", "1080p")), ("seed", May.Whole()),
            ("duration", Duration));

    private static readonly Dictionary<string, Rule> Rules = new()
    {
        ["text-to-video"] = Shared.With(("aspect_ratio", Ratio)),
        ["image-to-video"] = Shared.With(("image_url", Link.Needed())),
        ["pikascenes"] = Shared.With(("aspect_ratio", Ratio), ("image_urls", May.List(Link, 1, 10).Needed()),
            ("ingredients_mode", May.OneOf("precise", "creative"))),
        ["pikaframes"] = May.Hold(
            ("prompt", May.Text()), ("negative_prompt", May.Text()), ("resolution", May.OneOf("720p", "1080p")), ("seed", May.Whole()),
            ("image_urls", May.List(Link, 2, 5).Needed()),
            ("transitions", May.List(May.Hold(("duration", May.Whole(1, 25)), ("prompt", May.Text())), 0, 4))),
    };

    private static readonly string[] PikaVersions = ["v2.2", "v2.1", "v2/turbo"];

    /// <summary>The model's own complaints, in the shape its framework gives them.</summary>
    public static JsonArray? Complaints(string endpoint, JsonObject input)
    {
        var found = Rule(endpoint)?.Check(input) ?? [];
        if (found.Count == 0 && input["transitions"] is JsonArray && Seconds(input) is var seconds
            && (seconds > 25 || input.Items("transitions").Count() != input.Items("image_urls").Count() - 1))
        {
            found = [new Violation("transitions", Fault.Value, "must hold one item between every two images and sum up to 25 s")];
        }

        return found.Count == 0 ? null : new JsonArray([.. found.Select(Complaint)]);
    }

    public static decimal Seconds(JsonObject input) => input["image_urls"] is JsonArray images && input["duration"] is null && images.Count > 1
        ? input["transitions"] is null ? 5 * (images.Count - 1) : input.Items("transitions").Sum(transition => transition.Number("duration") ?? 5)
        : input.Number("duration") ?? (decimal.TryParse(input.Text("duration")?.TrimEnd('s'), CultureInfo.InvariantCulture, out var written) ? written : 5);

    public static ClipShape Clip(string endpoint, JsonObject input)
    {
        var ratio = input.Text("aspect_ratio") is { } asked && asked.Split(':') is [var across, var down] && int.TryParse(across, null, out var wide)
            && wide > 0
            && int.TryParse(down, null, out var high) && high > 0 ? asked : "16:9";
        return ClipShape.OfRatio(ratio, ShortSide(Resolution(endpoint, input)), Math.Clamp(Seconds(input), 1, 300));
    }

    /// <summary>
    /// Pika 2.2: 0.20 for five seconds at 720p, 0.45 at 1080p; 2.5 as resold on fal; 2.1 and 2 Turbo by the video (fal's model pages); anything else like Pika 2.2.
    /// </summary>
    public static decimal Usd(string endpoint, JsonObject input)
    {
        if (endpoint.StartsWith("fal-ai/pika/v2.1/", StringComparison.Ordinal))
        {
            return 0.40m;
        }

        if (endpoint.StartsWith("fal-ai/pika/v2/turbo/", StringComparison.Ordinal))
        {
            return 0.20m;
        }

        var per5 = (endpoint.StartsWith("fal-ai/pika/v2.5", StringComparison.Ordinal), Resolution(endpoint, input)) switch
        {
            (true, "480p") => 0.15m,
            (true, "720p") => 0.25m,
            (true, _) => 0.50m,
            (_, "1080p") => 0.45m,
            _ => 0.20m,
        };
        return per5 * Math.Clamp(Seconds(input), 1, 300) / 5;
    }

    private static string Resolution(string endpoint, JsonObject input) =>
        input.Text("resolution") ?? (endpoint.EndsWith("pikascenes", StringComparison.Ordinal) ? "1080p" : "720p");

    private static int ShortSide(string resolution) => int.TryParse(resolution.TrimEnd('p', 'P'), null, out var side) && side is >= 144 and <= 2160 ? side
        : 720;

    private static Rule? Rule(string endpoint)
    {
        var version = Array.Find(PikaVersions, version => endpoint.StartsWith($"fal-ai/pika/{version}/", StringComparison.Ordinal));
        return version is null ? null : Rules.GetValueOrDefault(endpoint[$"fal-ai/pika/{version}/".Length..]);
    }

    private static JsonObject Complaint(Violation violation) => new()
    {
        ["loc"] = new JsonArray([.. violation.Steps.Prepend("body").Select(step => int.TryParse(step, null, out var index) ? (JsonNode)index : step)]),
        ["msg"] = $"{violation.LastName} {violation.Message}",
        ["type"] = violation.Fault switch
        {
            Fault.Missing => "missing",
            Fault.Unknown => "extra_forbidden",
            Fault.TooSmall => "greater_than_equal",
            Fault.TooBig => "less_than_equal",
            _ => "one_of",
        },
    };
}
