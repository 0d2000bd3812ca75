using VideoGen.Sdk.Media.Running;
using VideoGen.Sdk.Providers;
using Xunit;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>Takes a request the whole way through a local provider.</summary>
internal static class Local
{
    public static GenerationSpec Spec(string prompt, string ratio = "9:16", string resolution = "480p", double seconds = 1, bool sound = true, long? seed = null) => new()
    {
        Model = "local",
        Prompt = prompt,
        AspectRatio = AspectRatio.Parse(ratio),
        Resolution = VideoResolution.Parse(resolution),
        Duration = TimeSpan.FromSeconds(seconds),
        Sound = sound,
        Seed = seed,
    };

    public static async Task<RemoteJob> SubmitAsync(IVideoProvider provider, GenerationSpec spec)
    {
        var body = await provider.ComposeAsync(new GenerationTask { Spec = spec, ClientReference = "ref-1" }, TestContext.Current.CancellationToken);
        var accepted = Assert.IsType<SubmissionOutcome.Accepted>(await provider.SubmitAsync(body, TestContext.Current.CancellationToken));
        return new RemoteJob { RemoteId = accepted.RemoteId, Route = body.Route, Model = body.Model, ClientReference = body.ClientReference, Spec = spec };
    }

    public static async Task<string> RenderAsync(Scratch scratch, GenerationSpec spec, IToolRunner? runner = null, string name = "local.mp4")
    {
        var provider = new LocalProvider(new MediaOptions { TemporaryFolder = scratch.Folder }, runner ?? new RecordingRunner());
        var job = await SubmitAsync(provider, spec);
        var path = scratch.File(name);
        await using var output = await provider.OpenOutputAsync(new OutputRequest { Job = job }, TestContext.Current.CancellationToken);
        await using var file = File.Create(path);
        await output.Stream.CopyToAsync(file, TestContext.Current.CancellationToken);
        return path;
    }
}
