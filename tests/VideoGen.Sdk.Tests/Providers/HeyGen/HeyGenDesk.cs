using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

internal static class HeyGenDesk
{
    public const string Key = "hg_live_0123456789abcdef";
    public const string Prompt = "A fox made of autumn leaves";
    public const string Reference = "vg-5f0c8d1e";

    public static HeyGenProvider At(RawServer server, Action<HeyGenOptions>? configure = null, TimeProvider? clock = null) => At(server.BaseUrl, configure, clock);

    public static HeyGenProvider At(VideoSandbox sandbox, Action<HeyGenOptions>? configure = null) => At(sandbox.UrlOf("heygen"), configure);

    public static HeyGenProvider At(Uri baseUrl, Action<HeyGenOptions>? configure = null, TimeProvider? clock = null) => HeyGenProvider.Create(
        Key,
        o =>
        {
            (o.BaseUrl, o.AllowLoopback) = (baseUrl, true);
            configure?.Invoke(o);
        },
        clock);

    public static GenerationSpec Clip() => new()
    {
        Model = "heygen-video-1",
        Prompt = Prompt,
        Duration = TimeSpan.FromSeconds(5),
        Resolution = new VideoResolution(768),
        AspectRatio = AspectRatio.Landscape,
        Sound = true,
    };

    public static GenerationSpec Presenter(string script = "Good morning, team. Let us begin.", decimal speed = 1m, string model = "avatar_iv") => new()
    {
        Operation = VideoOperation.AvatarVideo,
        Model = model,
        Prompt = Prompt,
        Resolution = VideoResolution.FullHd,
        AspectRatio = AspectRatio.Portrait,
        Sound = true,
        Avatar = new AvatarRequest { AvatarId = model.EndsWith("-photo", StringComparison.Ordinal) ? "look_2" : "look_1", VoiceId = "voice_1", Script = script, Speed = speed },
    };

    public static GenerationSpec Agent(TimeSpan? longest = null) => new()
    {
        Model = "video-agent",
        Prompt = Prompt,
        AspectRatio = AspectRatio.Portrait,
        Sound = true,
        SettingsJson = new HeyGenSettings { Agent = new() { StyleId = "style_1" }, LongestLength = longest }.ToJson(),
    };

    public static GenerationSpec Template(TimeSpan? longest = null) => new()
    {
        Model = "template",
        Prompt = Prompt,
        Sound = true,
        SettingsJson = new HeyGenSettings { Template = new() { TemplateId = "template_1", Variables = new() { ["name"] = "Ada" } }, LongestLength = longest }.ToJson(),
    };

    public static GenerationTask Task(GenerationSpec? spec = null, params TaskInput[] inputs)
    {
        spec ??= Clip();
        return new() { Spec = spec with { InputCounts = inputs.GroupBy(i => i.Media.Role).ToDictionary(g => g.Key, g => g.Count()) }, ClientReference = Reference, Inputs = inputs };
    }

    public static TaskInput Link(ReferenceRole role, string url, string contentType = "image/png") =>
        new(new PreparedInput { Role = role, Reference = url, ContentType = contentType }, new InputMedia { Role = role, Url = new Uri(url), ContentType = contentType });

    public static TaskInput Asset(ReferenceRole role, string id, string contentType = "image/png") =>
        new(new PreparedInput { Role = role, Reference = id, ContentType = contentType }, new InputMedia { Role = role, ContentType = contentType });

    public static RemoteJob Job(GenerationSpec? spec = null) => new()
    {
        RemoteId = "v1",
        Route = (spec ?? Clip()).Model switch { "heygen-video-1" => "/v3/models/videos", "video-agent" => "/v3/video-agents", "template" => "/v3/templates/template_1", _ => "/v3/videos" },
        Model = (spec ?? Clip()).Model,
        ClientReference = Reference,
        Spec = spec ?? Clip(),
    };

    public static RemoteJob JobOf(SubmissionBody body, string id, GenerationSpec spec) =>
        new() { RemoteId = id, Route = body.Route, Model = body.Model, ClientReference = body.ClientReference, Spec = spec };

    public static async Task<ProviderJobStatus> EndAsync(HeyGenProvider heygen, RemoteJob job, CancellationToken token)
    {
        while (true)
        {
            if (await heygen.GetStatusAsync(job, token) is { IsEnded: true } status)
            {
                return status;
            }
        }
    }
}
