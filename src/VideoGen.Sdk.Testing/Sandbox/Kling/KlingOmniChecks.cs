using System.Text.Json.Nodes;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>Which parts of an omni request go together.</summary>
internal static class KlingOmniChecks
{
    public static void Demand(KlingContents contents, JsonNode? settings)
    {
        var videos = contents.Count("feature_video", "base_video");
        var frames = contents.Count("first_frame", "last_frame");
        KlingErrors.Demand(contents.Has("prompt") || videos + frames > 0, "contents: a prompt is required");
        KlingErrors.Demand(videos <= 1, "contents: at most one video");
        KlingErrors.Demand(contents.Count("first_frame") <= 1 && contents.Count("last_frame") <= 1, "contents: at most one frame of each type");
        KlingErrors.Demand(!contents.Has("last_frame") || contents.Has("first_frame"), "contents: a last_frame needs a first_frame");
        KlingErrors.Demand(contents.Count("refer_image", "first_frame", "last_frame", "element") <= (videos > 0 ? 4 : 7),
            "contents: too many images and elements");
        KlingErrors.Demand(settings.Text("aspect_ratio") is not null || contents.Has("first_frame") || videos > 0, "settings.aspect_ratio is required");
        if (contents.Has("base_video"))
        {
            KlingErrors.Demand(frames == 0, "a base_video excludes frames");
            KlingErrors.Demand(settings.Flag("multi_shot") != true, "a base_video excludes multi_shot");
            KlingErrors.Demand(settings.Text("audio") != "native", "a base_video excludes native audio");
        }

        if (contents.Has("feature_video"))
        {
            KlingErrors.Demand(settings.Flag("multi_shot") != false, "a feature_video needs multi_shot");
            KlingErrors.Demand(settings.Text("audio") is null or "off", "a feature_video needs audio off");
        }
    }
}
