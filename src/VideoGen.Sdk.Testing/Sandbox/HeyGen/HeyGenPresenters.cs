using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Clips;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary><c>POST /v3/videos</c>: people who speak a script, as one of four types.</summary>
internal sealed class HeyGenPresenters(HeyGenDesk desk, HeyGenLibrary library, HeyGenAssets assets, IVendor vendor)
{
    private const decimal HeardSeconds = 5; // of sound files, which the sandbox does not fetch
    private const int CinematicSeconds = 10;
    private static readonly string[] Voices = ["script", "audio_url", "audio_asset_id"];

    public async Task<Reply> Create(HttpContext http)
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        var type = body.Text("type");
        HeyGenErrors.Demand(
            type switch
            {
                "avatar" => HeyGenRules.Avatar,
                "image" => HeyGenRules.Image,
                "cinematic_avatar" => HeyGenRules.Cinematic,
                "studio" => HeyGenRules.Studio,
                _ => throw HeyGenErrors.Invalid("type", "must be one of avatar, image, cinematic_avatar, studio"),
            },
            body);
        assets.DemandKnown(body);
        var (seconds, rate) = type switch
        {
            "cinematic_avatar" => Cinematic(body),
            "studio" => Studio(body),
            _ => Spoken(body, type!),
        };
        var task = desk.Take(http, HeyGenProduct.Presenter, body, Size(body, seconds), rate);
        return HeyGenErrors.Ok(new JsonObject { ["video_id"] = task.Id, ["status"] = "waiting", ["output_format"] = body.Text("output_format") ?? "mp4" });
    }

    private (decimal Seconds, decimal Rate) Spoken(JsonObject body, string type)
    {
        if (type == "avatar")
        {
            library.DemandLook(body.Text("avatar_id")!);
        }

        if (Voices.Count(name => body[name] is not null) != 1)
        {
            throw HeyGenErrors.Invalid("script", "or audio_url or audio_asset_id: exactly one is required");
        }

        if (body.Text("output_format") == "webm" && body["background"] is not null)
        {
            throw HeyGenErrors.Invalid("background", "cannot be combined with output_format webm");
        }

        library.DemandVoice(body.Text("voice_id"));
        DemandMotion(body, type);
        var photo = type == "image" || HeyGenLibrary.IsPhoto(body.Text("avatar_id"));
        return (Speech(body), HeyGenPrices.Presenter(photo, body["engine"].Text("type") == "avatar_iii", body.Text("resolution") == "4k"));
    }

    // As the schema of HeyGen's own client says (2026-10): both move photo avatars, and of filmed ones only avatar_v takes words.
    private static void DemandMotion(JsonObject body, string type)
    {
        var engine = body["engine"].Text("type") ?? "avatar_iv";
        var isPhoto = type == "image" || HeyGenLibrary.IsPhoto(body.Text("avatar_id"));
        if (body["motion_prompt"] is not null && (engine == "avatar_iii" || (!isPhoto && engine != "avatar_v")))
        {
            throw HeyGenErrors.Invalid("motion_prompt", "is not supported by this avatar with this engine");
        }

        if (body["expressiveness"] is not null && (!isPhoto || engine != "avatar_iv"))
        {
            throw HeyGenErrors.Invalid("expressiveness", "is supported by photo avatars with avatar_iv only");
        }
    }

    private (decimal Seconds, decimal Rate) Cinematic(JsonObject body)
    {
        foreach (var look in body.Items("avatar_id"))
        {
            library.DemandLook(look.GetValue<string>());
        }

        return (body.Whole("duration") ?? CinematicSeconds, HeyGenPrices.Cinematic);
    }

    private (decimal Seconds, decimal Rate) Studio(JsonObject body)
    {
        decimal seconds = 0;
        foreach (var scene in body.Items("scenes"))
        {
            if (scene["input"].Text("avatar_id") is { } look)
            {
                library.DemandLook(look);
            }

            seconds += scene.Number("duration") ?? Speech(scene["input"] ?? scene["narration"]);
        }

        return (seconds, HeyGenPrices.Presenter(photo: false, avatarIII: false, body.Text("resolution") == "4k"));
    }

    private static decimal Speech(JsonNode? input) =>
        input.Text("script") is { } script ? HeyGenSpeech.Seconds(script, input!["voice_settings"].Number("speed") ?? 1) : HeardSeconds;

    private static ClipShape Size(JsonNode body, decimal seconds)
    {
        var side = body.Text("resolution") switch
        {
            "720p" => 720,
            "4k" => 2160,
            _ => 1080,
        };
        return ClipShape.OfRatio(body.Text("aspect_ratio") is { } ratio and not "auto" ? ratio : "16:9", side, seconds);
    }
}
