using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers.Kling;

internal static class KlingDesk
{
    public const string Key = "api-key-kling-0123456789abcdef";
    public const string Prompt = "A paper boat crosses a rain puddle";

    public static KlingProvider At(RawServer server, Action<KlingOptions>? configure = null, TimeProvider? clock = null) => At(server.BaseUrl, configure, clock);

    public static KlingProvider At(Uri baseUrl, Action<KlingOptions>? configure = null, TimeProvider? clock = null) => KlingProvider.Create(
        Key,
        o =>
        {
            o.BaseUrl = baseUrl;
            o.AllowLoopback = true;
            configure?.Invoke(o);
        },
        clock);

    public static GenerationSpec Spec(string model = "kling-3.0", KlingSettings? settings = null) => new()
    {
        Model = model,
        Prompt = Prompt,
        Duration = TimeSpan.FromSeconds(5),
        AspectRatio = AspectRatio.Landscape,
        Resolution = VideoResolution.FullHd,
        SettingsJson = settings?.ToJson(),
    };

    public static GenerationTask Task(GenerationSpec? spec = null, params TaskInput[] inputs) =>
        new() { Spec = spec ?? Spec(), ClientReference = "vg-7c1e", Inputs = inputs, CallbackUrl = new Uri("https://app.example/hooks/kling") };

    public static TaskInput Link(ReferenceRole role, string url) =>
        new(new PreparedInput { Role = role, Reference = url }, new InputMedia { Role = role, Url = new Uri(url), ContentType = role == ReferenceRole.Source ? "video/mp4" : "image/png" });

    public static TaskInput Bytes(ReferenceRole role, params byte[] bytes) => new(
        new PreparedInput { Role = role },
        new InputMedia { Role = role, ContentType = "image/png", Bytes = bytes.Length, OpenReadAsync = _ => System.Threading.Tasks.Task.FromResult<Stream>(new MemoryStream(bytes)) });

    public static RemoteJob Job(string route = "/text-to-video/kling-3.0") => new() { RemoteId = "812001", Route = route, Model = "kling-3.0", ClientReference = "vg-7c1e", Spec = Spec() };
}
