using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>The legacy standard under <c>/v1/videos</c>.</summary>
internal sealed class KlingLegacy(World world, KlingDesk desk, IVendor vendor)
{
    public static readonly string[] Kinds = ["text2video", "image2video", "omni-video", "motion-control", "avatar/image2video", "advanced-lip-sync"];

    public Answer Create(string kind) => async http =>
    {
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        var order = kind switch
        {
            "text2video" => Text(body),
            "image2video" => Image(body),
            "omni-video" => Omni(body),
            "motion-control" => Motion(body),
            _ => Avatar(body),
        };
        return Accept(http, kind, body, order);
    };

    public Answer Get(string kind) => http =>
    {
        var id = http.Route("id");
        var task = world.Tasks.Find<KlingTask>(KlingDesk.Name, id) ?? world.Tasks.FindByReference<KlingTask>(KlingDesk.Name, id);
        return Task.FromResult(task is { IsLegacy: true } && task.Kind == kind ? KlingErrors.Ok(Shown(task)) : KlingErrors.NoSuchResource());
    };

    public Answer List(string kind) => http =>
    {
        var (page, size) = (Number(http, "pageNum", 1, 1000), Number(http, "pageSize", 30, 500));
        var tasks = world.Tasks.Of<KlingTask>(KlingDesk.Name).Where(task => task.IsLegacy && task.Kind == kind).Skip((page - 1) * size).Take(size);
        return Task.FromResult(KlingErrors.Ok(new JsonArray([.. tasks.Select(Shown)])));
    };

    public Reply Accept(HttpContext http, string kind, JsonNode body, KlingOrder order)
    {
        var task = desk.Take(http, order with
        {
            Kind = kind,
            IsLegacy = true,
            HasWatermark = body["watermark_info"].Flag("enabled") == true,
            Reference = body.Text("external_task_id"),
            CallbackUrl = body.Text("callback_url"),
        });
        return KlingErrors.Ok(KlingLegacyWire.Created(task));
    }

    private static KlingOrder Text(JsonObject body)
    {
        var model = KlingLegacyRules.Model(body.Text("model_name"));
        KlingErrors.Demand(KlingLegacyRules.Text(model), body);
        return Video(model, body, video: false);
    }

    private static KlingOrder Image(JsonObject body)
    {
        var model = KlingLegacyRules.Model(body.Text("model_name"));
        KlingErrors.Demand(KlingLegacyRules.Image(model), body);
        KlingErrors.Demand(body["image"] is not null || body["image_tail"] is not null, "image or image_tail is required");
        return Video(model, body, video: false);
    }

    private static KlingOrder Omni(JsonObject body)
    {
        var model = KlingLegacyRules.Model(body.Text("model_name"), omni: true);
        KlingErrors.Demand(KlingLegacyRules.Omni(model), body);
        return Video(model, body, body.Items("video_list").Any());
    }

    private static KlingOrder Motion(JsonObject body)
    {
        var model = KlingLegacyRules.Model(body.Text("model_name") ?? "kling-v2-6");
        KlingErrors.Demand(KlingLegacyRules.Motion(), body);
        return Followed(model.Name, Resolution(body), KlingPrices.MotionControl(model.Name, Resolution(body)));
    }

    private static KlingOrder Avatar(JsonObject body)
    {
        KlingErrors.Demand(KlingLegacyRules.Avatar(), body);
        KlingErrors.Demand(body["audio_id"] is null != body["sound_file"] is null, "exactly one of audio_id and sound_file is required");
        return Followed("avatar", Resolution(body), KlingPrices.Avatar(Resolution(body)));
    }

    private static KlingOrder Followed(string model, string resolution, decimal unitsPerSecond) => new()
    {
        Kind = "",
        Model = model,
        Resolution = resolution,
        Seconds = KlingDesk.FollowedSeconds,
        Units = unitsPerSecond * KlingDesk.FollowedSeconds,
    };

    private static KlingOrder Video(KlingModel model, JsonObject body, bool video)
    {
        var (sound, resolution) = (body.Text("sound") == "on", Resolution(body));
        var voice = body.Items("voice_list").Any();
        KlingErrors.Demand(!voice || sound, "voice_list needs sound on");
        KlingErrors.Demand(model.Name != "kling-2.6" || !sound || resolution == "1080p", "sound on needs mode pro on this model");
        var seconds = decimal.Parse(body.Text("duration") ?? "5", CultureInfo.InvariantCulture);
        return new KlingOrder
        {
            Kind = "",
            Model = model.Name,
            Resolution = resolution,
            Ratio = body.Text("aspect_ratio") ?? "16:9",
            HasSound = sound,
            Seconds = seconds,
            Units = KlingPrices.Units(model.Name, resolution, sound, video, voice) * seconds,
        };
    }

    private static string Resolution(JsonNode body) => body.Text("mode") switch
    {
        "pro" => "1080p",
        "4k" => "4k",
        _ => "720p",
    };

    private static int Number(HttpContext http, string name, int otherwise, int most)
    {
        var text = http.Query(name);
        var number = otherwise;
        KlingErrors.Demand(text is null || (int.TryParse(text, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most),
            $"{name} must be 1 to {most}");
        return number;
    }

    private JsonObject Shown(KlingTask task) => KlingLegacyWire.Shown(task, world.Show(task), world.Links);
}
