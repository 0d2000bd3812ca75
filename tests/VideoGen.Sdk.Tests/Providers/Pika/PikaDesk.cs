using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Pika;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers.Pika;

internal static class PikaDesk
{
    public const string Key = "pk_live_0123456789abcdef";
    public const string Prompt = "A fox made of autumn leaves";

    public static PikaProvider At(RawServer server, Action<PikaOptions>? configure = null, TimeProvider? clock = null) => At(server.BaseUrl, configure, clock);

    public static PikaProvider At(Uri baseUrl, Action<PikaOptions>? configure = null, TimeProvider? clock = null) => PikaProvider.Create(
        Key,
        o =>
        {
            (o.BaseUrl, o.AllowLoopback) = (baseUrl, true);
            configure?.Invoke(o);
        },
        clock);

    public static GenerationSpec Spec(string model = "pika-2.5", VideoOperation operation = VideoOperation.TextToVideo, PikaSettings? settings = null) => new()
    {
        Model = model,
        Operation = operation,
        Prompt = Prompt,
        Duration = model == "pika-2.5" ? TimeSpan.FromSeconds(5) : null,
        Resolution = VideoResolution.Hd,
        SettingsJson = settings?.ToJson(),
    };

    public static GenerationTask Task(GenerationSpec? spec = null, params TaskInput[] inputs)
    {
        spec ??= Spec();
        return new() { Spec = spec with { InputCounts = inputs.GroupBy(i => i.Media.Role).ToDictionary(g => g.Key, g => g.Count()) }, ClientReference = "5f0c8d1e-vg", Inputs = inputs };
    }

    public static TaskInput Link(ReferenceRole role, string url) =>
        new(new PreparedInput { Role = role, Reference = url }, new InputMedia { Role = role, Url = new Uri(url), ContentType = role == ReferenceRole.Source ? "video/mp4" : "image/png" });

    public static RemoteJob Job(GenerationSpec? spec = null) =>
        new() { RemoteId = "job_1", Route = "/v1/media/pika/pika-2.5/text-to-video", Model = "pika-2.5", ClientReference = "5f0c8d1e-vg", Spec = spec ?? Spec() };
}
