using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Fal;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers.Fal;

internal static class FalDesk
{
    public const string Key = "fal-key-id:0123456789abcdef";
    public const string Prompt = "A fox made of autumn leaves";
    public const string TextToVideo = "fal-ai/pika/v2.2/text-to-video";

    public static FalProvider At(RawServer server, Action<FalOptions>? configure = null, TimeProvider? clock = null) => At(server.BaseUrl, configure, clock);

    public static FalProvider At(Uri baseUrl, Action<FalOptions>? configure = null, TimeProvider? clock = null) => FalProvider.Create(
        Key,
        o =>
        {
            (o.BaseUrl, o.AllowLoopback) = (baseUrl, true);
            configure?.Invoke(o);
        },
        clock);

    public static GenerationSpec Spec(string model = TextToVideo, VideoOperation operation = VideoOperation.TextToVideo, FalSettings? settings = null) => new()
    {
        Model = model,
        Operation = operation,
        Prompt = Prompt,
        Duration = model.EndsWith("pikaframes", StringComparison.Ordinal) ? null : TimeSpan.FromSeconds(5),
        Resolution = VideoResolution.Hd,
        SettingsJson = settings?.ToJson(),
    };

    public static GenerationTask Task(GenerationSpec? spec = null, params TaskInput[] inputs)
    {
        spec ??= Spec();
        return new() { Spec = spec with { InputCounts = inputs.GroupBy(i => i.Media.Role).ToDictionary(g => g.Key, g => g.Count()) }, ClientReference = "vg-7c1e", Inputs = inputs };
    }

    public static TaskInput Link(ReferenceRole role, string url) =>
        new(new PreparedInput { Role = role, Reference = url }, new InputMedia { Role = role, Url = new Uri(url), ContentType = role == ReferenceRole.Source ? "video/mp4" : "image/png" });

    public static TaskInput Bytes(ReferenceRole role, params byte[] bytes) => new(
        new PreparedInput { Role = role },
        new InputMedia { Role = role, ContentType = "image/png", OpenReadAsync = _ => System.Threading.Tasks.Task.FromResult<Stream>(new MemoryStream(bytes)) });

    public static RemoteJob Job(string route = "/" + TextToVideo) => new() { RemoteId = "rq-1", Route = route, Model = TextToVideo, ClientReference = "vg-7c1e", Spec = Spec() };
}
