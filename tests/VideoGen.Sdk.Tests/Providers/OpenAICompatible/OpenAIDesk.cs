using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.OpenAICompatible;
using VideoGen.Sdk.Tests.Http;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

internal static class OpenAIDesk
{
    public const string Key = "sk-gateway-0123456789abcdef";
    public const string Prompt = "paper boat in the rain, macro";

    public static OpenAICompatibleProvider At(RawServer server, Action<OpenAICompatibleOptions>? configure = null) => At(server.BaseUrl, configure);

    public static OpenAICompatibleProvider At(Uri baseUrl, Action<OpenAICompatibleOptions>? configure = null) => OpenAICompatibleProvider.Create(
        Key,
        baseUrl,
        o =>
        {
            o.AllowLoopback = true;
            configure?.Invoke(o);
        });

    public static GenerationSpec Spec(OpenAICompatibleSettings? settings = null) =>
        new() { Model = "sora-2", Prompt = Prompt, Duration = TimeSpan.FromSeconds(8), AspectRatio = AspectRatio.Parse("1280:720"), Sound = true, SettingsJson = settings?.ToJson() };

    public static GenerationTask Task(GenerationSpec? spec = null, params TaskInput[] inputs) => new() { Spec = spec ?? Spec(), ClientReference = "vg-7c1e", Inputs = inputs };

    public static TaskInput Picture(string? url = null, string contentType = "image/png") => new(
        new PreparedInput { Role = ReferenceRole.FirstFrame, Reference = url },
        new InputMedia { Role = ReferenceRole.FirstFrame, ContentType = contentType, OpenReadAsync = _ => System.Threading.Tasks.Task.FromResult<Stream>(new MemoryStream("PNG!"u8.ToArray())) });

    public static RemoteJob Job() => new() { RemoteId = "video_t1", Route = "videos", Model = "sora-2", ClientReference = "vg-7c1e", Spec = Spec() };
}
