using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>Creates of the new standard (since 2026-06-17): the model is part of the path.</summary>
internal sealed class KlingStandard(KlingDesk desk, IVendor vendor)
{
    private static readonly Rule Options = May.Hold(
        ("callback_url", May.Text()),
        ("external_task_id", May.Text(1, 512)),
        ("watermark_info", May.Hold(("enabled", May.Flag()))));

    public async Task<Reply> TextToVideo(HttpContext http)
    {
        var model = KlingModel.Plain(http.Route("model")) ?? throw Unknown(http);
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        var words = model.TakesPromptAsContent ? ("contents", KlingContents.Rule(model.PromptLimit).Needed()) : ("prompt", May.Text(1, model.PromptLimit).Needed());
        KlingErrors.Demand(May.Hold(words, ("settings", model.Settings(withRatio: true)), ("options", Options)), body);
        KlingErrors.Demand(!model.TakesPromptAsContent || KlingContents.Read(body).Has("prompt"), "contents: a prompt is required");
        Demand26(model, body);
        return Accept(http, Order("text-to-video", model, body, KlingPrices.Units(model.Name, Resolution(body), Sound(body))));
    }

    public async Task<Reply> ImageToVideo(HttpContext http)
    {
        var model = KlingModel.Plain(http.Route("model")) ?? throw Unknown(http);
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        string[] types = ["first_frame", .. model.HasLastFrame ? ["last_frame"] : Array.Empty<string>(),
            .. model.Name == "kling-3.0" ? ["element"] : Array.Empty<string>(), .. model.Name == "kling-2.6" ? ["voice"] : Array.Empty<string>()];
        KlingErrors.Demand(May.Hold(("contents", KlingContents.Rule(model.PromptLimit, types).Needed()), ("settings", model.Settings(withRatio: false)),
            ("options", Options)), body);
        var contents = KlingContents.Read(body);
        KlingErrors.Demand(contents.Count("first_frame") == 1, "contents: exactly one first_frame is required");
        KlingErrors.Demand(contents.Count("element") <= 3 && contents.Count("voice") <= 2 && contents.Count("last_frame") <= 1,
            "contents: too many items of one type");
        Demand26(model, body);
        var old = model.Name is "kling-2.6" or "kling-2.5-turbo";
        KlingErrors.Demand(!contents.Has("last_frame") || !old || (Resolution(body) == "1080p" && !Sound(body)),
            "last_frame needs 1080p and no audio on this model");
        KlingErrors.Demand(!contents.Has("voice") || Resolution(body) == "1080p", "voice needs 1080p");
        return Accept(http, Order("image-to-video", model, body, KlingPrices.Units(model.Name, Resolution(body), Sound(body), voice: contents.Has("voice"))));
    }

    public async Task<Reply> Omni(HttpContext http)
    {
        var model = KlingModel.Omni(http.Route("model")) ?? throw Unknown(http);
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        var items = KlingContents.Rule(model.PromptLimit, "first_frame", "last_frame", "refer_image", "feature_video", "base_video", "element");
        KlingErrors.Demand(May.Hold(("contents", items.Needed()), ("settings", model.Settings(withRatio: true)), ("options", Options)), body);
        var contents = KlingContents.Read(body);
        KlingOmniChecks.Demand(contents, body["settings"]);
        var video = contents.Count("feature_video", "base_video") > 0;
        return Accept(http, Order("omni-video", model, body, KlingPrices.Units(model.Name, Resolution(body), Sound(body), video)));
    }

    public async Task<Reply> MotionControl(HttpContext http)
    {
        var model = http.Route("model") is "kling-3.0" or "kling-2.6" ? KlingModel.Plain(http.Route("model"))! : throw Unknown(http);
        var body = await http.ObjectAsync(vendor).ConfigureAwait(false);
        var settings = May.Hold(("resolution", May.OneOf("720p", "1080p")), ("character_orientation", May.OneOf("image", "video").Needed()));
        var items = KlingContents.Rule(model.PromptLimit, "image", "first_frame", "refer_image", "video", "base_video", "feature_video", "element");
        KlingErrors.Demand(May.Hold(("contents", items.Needed()), ("settings", settings.Needed()), ("options", Options)), body);
        var contents = KlingContents.Read(body);
        KlingErrors.Demand(contents.Count("image", "first_frame", "refer_image") == 1 && contents.Count("video", "base_video", "feature_video") == 1,
            "contents: one image and one video are required");
        return Accept(http, Order("motion-control", model, body, KlingPrices.MotionControl(model.Name, Resolution(body))));
    }

    private static RefusedException Unknown(HttpContext http) => new(KlingErrors.NoSuchModel(http.Route("model")));

    private static string Resolution(JsonNode body) => body["settings"].Text("resolution") ?? "720p";

    private static bool Sound(JsonNode body) => body["settings"].Text("audio") == "native";

    private static void Demand26(KlingModel model, JsonNode body) =>
        KlingErrors.Demand(model.Name != "kling-2.6" || !Sound(body) || Resolution(body) == "1080p", "settings.audio native needs 1080p on this model");

    private static KlingOrder Order(string kind, KlingModel model, JsonNode body, decimal unitsPerSecond)
    {
        var seconds = kind == "motion-control" ? KlingDesk.FollowedSeconds : body["settings"].Whole("duration") ?? 5;
        return new KlingOrder
        {
            Kind = kind,
            Model = model.Name,
            Units = unitsPerSecond * seconds,
            Seconds = seconds,
            Resolution = Resolution(body),
            Ratio = body["settings"].Text("aspect_ratio") ?? "16:9",
            HasSound = Sound(body),
            HasWatermark = body["options"]?["watermark_info"].Flag("enabled") == true,
            Reference = body["options"].Text("external_task_id"),
            CallbackUrl = body["options"].Text("callback_url"),
        };
    }

    private Reply Accept(HttpContext http, KlingOrder order) => KlingErrors.Ok(KlingWire.Created(desk.Take(http, order)));
}
