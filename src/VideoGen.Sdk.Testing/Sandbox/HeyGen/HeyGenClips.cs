using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary><c>POST /v3/models/videos</c>: a prompt, a picture or references become a clip.</summary>
internal sealed class HeyGenClips(HeyGenDesk desk, HeyGenAssets assets, IVendor vendor)
{
    public async Task<Reply> Create(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        HeyGenErrors.Demand(HeyGenRules.Clip, body);
        assets.DemandKnown(body);
        DemandMode(body, body.Text("mode")!);
        var resolution = body.Text("resolution") ?? "768p";
        var task = desk.Take(http, HeyGenProduct.Clip, body, Size(body, resolution), HeyGenPrices.Clip(resolution));
        return HeyGenErrors.Ok(
            new JsonObject { ["video_id"] = task.Id, ["status"] = "pending", ["model"] = "heygen-video-1",
                ["created_at"] = task.CreatedAt.ToUnixTimeSeconds() },
            StatusCodes.Status202Accepted);
    }

    private static void DemandMode(JsonObject body, string mode)
    {
        string[] references = ["reference_images", "reference_videos", "reference_audio"];
        var count = references.Sum(name => body.Items(name).Count());
        var visual = references[..2].Sum(name => body.Items(name).Count());
        if (mode == "image_to_video" != body["image"] is not null)
        {
            throw HeyGenErrors.Invalid("image", "belongs to image_to_video, which requires it");
        }

        if (mode == "reference_to_video" ? visual == 0 || count > 12 : count > 0)
        {
            throw HeyGenErrors.Invalid("reference_images", "belong to reference_to_video, which takes 1 to 12 references, one of them visual");
        }

        var ratio = body.Text("aspect_ratio");
        if (mode != "reference_to_video" && ratio == "adaptive")
        {
            throw HeyGenErrors.Invalid("aspect_ratio", "adaptive needs references");
        }

        if (mode != "image_to_video" && body.Text("resolution") is "1080p" or "2k" && ratio is not (null or "16:9" or "9:16"))
        {
            throw HeyGenErrors.Invalid("aspect_ratio", "must be 16:9 or 9:16 at this resolution");
        }
    }

    // The long side is cut to a multiple of 32: 768p at 16:9 is 1344 x 768 (seen October 2026).
    private static ClipShape Size(JsonNode body, string resolution)
    {
        var side = resolution switch
        {
            "480p" => 480,
            "768p" => 768,
            "1080p" => 1080,
            _ => 1440,
        };
        var ratio = body.Text("mode") != "image_to_video" && body.Text("aspect_ratio") is { } asked and not "adaptive" ? asked : "16:9";
        var clip = ClipShape.OfRatio(ratio, side, body.Whole("duration") ?? 5);
        return clip.Width >= clip.Height ? clip with { Width = clip.Width / 32 * 32 } : clip with { Height = clip.Height / 32 * 32 };
    }
}
