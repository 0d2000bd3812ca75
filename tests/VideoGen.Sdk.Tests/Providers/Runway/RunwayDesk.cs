using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Runway;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers.Runway;

internal static class RunwayDesk
{
    public const string Key = "key_runway-0123456789abcdef";
    public const string Prompt = "slow dolly towards the lighthouse";
    public const string Id = "0b0c6f0e-1111-4222-8333-444455556666";

    public static RunwayProvider At(RawServer server, Action<RunwayOptions>? configure = null, TimeProvider? clock = null) => At(server.BaseUrl, configure, clock);

    public static RunwayProvider At(Uri baseUrl, Action<RunwayOptions>? configure = null, TimeProvider? clock = null) => RunwayProvider.Create(
        Key,
        o =>
        {
            o.BaseUrl = baseUrl;
            o.AllowLoopback = true;
            configure?.Invoke(o);
        },
        clock);

    public static GenerationSpec Spec(string model = "gen4.5", RunwaySettings? settings = null) =>
        new() { Model = model, Prompt = Prompt, Duration = TimeSpan.FromSeconds(5), AspectRatio = AspectRatio.Parse("1280:720"), Seed = 7, SettingsJson = settings?.ToJson() };

    public static GenerationTask Task(GenerationSpec? spec = null, params TaskInput[] inputs) => new() { Spec = spec ?? Spec(), ClientReference = "vg-7c1e", Inputs = inputs };

    public static TaskInput Link(ReferenceRole role, string url, string contentType = "image/png") =>
        new(new PreparedInput { Role = role, Reference = url }, new InputMedia { Role = role, Url = new Uri(url), ContentType = role == ReferenceRole.Source ? "video/mp4" : contentType });

    public static InputMedia Bytes(int length, string contentType = "image/png", bool canSeek = true) => new()
    {
        Role = ReferenceRole.FirstFrame,
        ContentType = contentType,
        OpenReadAsync = _ => System.Threading.Tasks.Task.FromResult<Stream>(canSeek ? new MemoryStream(new byte[length]) : new OneWayStream(new byte[length])),
    };

    public static RemoteJob Job(RunwaySettings? settings = null) =>
        new() { RemoteId = Id, Route = "v1/text_to_video", Model = "gen4.5", ClientReference = "vg-7c1e", Spec = Spec(settings: settings) };

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
