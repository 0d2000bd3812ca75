using System.Text.Json;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Finds the clips in a model's output. Each model has its own; a clip is what is called a video or says that it is one.</summary>
internal static class FalOutputs
{
    private const int Deepest = 6;

    public static IReadOnlyList<Uri> Of(JsonElement output) => [.. Find(output, isVideo: false, 0).Distinct()];

    private static IEnumerable<Uri> Find(JsonElement element, bool isVideo, int depth)
    {
        if (depth > Deepest)
        {
            return [];
        }

        return element.ValueKind switch
        {
            JsonValueKind.String when isVideo => Link(element.GetString()),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Find(e, isVideo, depth + 1)),
            JsonValueKind.Object when element.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String => isVideo || IsVideo(element) ? Link(url.GetString()) : [],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Find(p.Value, p.Name is "video" or "videos" or "video_url", depth + 1)),
            _ => [],
        };
    }

    private static bool IsVideo(JsonElement file) => file.TryGetProperty("content_type", out var type) && type.ValueKind == JsonValueKind.String
        && type.GetString()!.StartsWith("video/", StringComparison.OrdinalIgnoreCase);

    private static Uri[] Link(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "https" or "http" ? [link] : [];
}
