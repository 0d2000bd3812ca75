using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.OpenAICompatible;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

/// <summary>Our client against a server that was written from the wire facts alone.</summary>
public sealed class OpenAISandboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sora-2", false)]
    [InlineData("sora-2", true)]
    [InlineData("vendor/some-model", false)]
    public async Task A_video_is_taken_finished_and_brought_home_with_the_key(string model, bool hasPicture)
    {
        await using var sandbox = await StartAsync();
        var gateway = At(sandbox);
        var spec = OpenAIDesk.Spec() with { Model = model, Operation = hasPicture ? VideoOperation.ImageToVideo : VideoOperation.TextToVideo };
        var (status, job) = await RunAsync(gateway, OpenAIDesk.Task(spec, hasPicture ? [OpenAIDesk.Picture()] : []));

        await using var content = await gateway.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);
        using var file = new MemoryStream();
        await content.Stream.CopyToAsync(file, Token);

        Assert.Equal((ProviderJobState.Succeeded, TimeSpan.FromSeconds(8)), (status.State, status.Duration));
        Assert.Equal(content.TotalBytes, file.Length);
        Assert.Single(sandbox.Charges);
    }

    [Fact]
    public async Task Every_size_and_length_that_the_catalogue_offers_is_taken()
    {
        await using var sandbox = await StartAsync();
        var gateway = At(sandbox);
        foreach (var (model, offer) in ModelCatalogue.Embedded.ModelsOf("openai").SelectMany(m => m.Offers.Select(o => (m.Id, o))))
        {
            foreach (var (ratio, seconds) in offer.Ratios.SelectMany(r => offer.Seconds.Select(s => (r, s))))
            {
                var spec = OpenAIDesk.Spec() with { Model = model, AspectRatio = ratio, Duration = TimeSpan.FromSeconds((double)seconds) };
                Assert.IsType<SubmissionOutcome.Accepted>(await gateway.SubmitAsync(await gateway.ComposeAsync(OpenAIDesk.Task(spec), Token), Token));
            }
        }
    }

    [Fact]
    public async Task A_submit_that_was_accepted_and_dropped_is_found_and_charged_once()
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.AcceptThenDrop, Operation = SandboxOperation.Submit });
        var gateway = At(sandbox);
        var trace = new SubmissionTrace { ClientReference = "vg-7c1e", Route = "videos", Model = "sora-2", SubmittedAt = TimeProvider.System.GetUtcNow(), Spec = OpenAIDesk.Spec() };
        var body = await gateway.ComposeAsync(OpenAIDesk.Task(), Token);

        Assert.IsType<SubmissionOutcome.Unknown>(await gateway.SubmitAsync(body, Token));
        var found = Assert.IsType<RemoteJobMatch.Found>(await gateway.FindAsync(trace, Token));

        Assert.Equal(ProviderJobState.Succeeded, (await EndAsync(gateway, OpenAIDesk.Job() with { RemoteId = found.RemoteId })).State);
        Assert.Single(sandbox.Charges);
        Assert.IsType<SubmissionOutcome.Accepted>(await gateway.SubmitAsync(body, Token));
        Assert.IsType<RemoteJobMatch.Ambiguous>(await gateway.FindAsync(trace, Token));
    }

    [Fact]
    public async Task A_moderated_video_is_told_as_such()
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.ModeratedCharged, Operation = SandboxOperation.Submit });

        var (status, _) = await RunAsync(At(sandbox), OpenAIDesk.Task());

        Assert.Equal((ProviderJobState.Failed, ProviderFailureKind.ContentRejected, ChargeCertainty.Unknown), (status.State, status.Failure!.Kind, status.Failure.Charge));
    }

    private static Task<VideoSandbox> StartAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);

    private static OpenAICompatibleProvider At(VideoSandbox sandbox) => OpenAICompatibleProvider.Create(OpenAIDesk.Key, sandbox.UrlOf("openai"), o => o.AllowLoopback = true);

    private static async Task<(ProviderJobStatus Status, RemoteJob Job)> RunAsync(OpenAICompatibleProvider gateway, GenerationTask task)
    {
        var body = await gateway.ComposeAsync(task, Token);
        var accepted = Assert.IsType<SubmissionOutcome.Accepted>(await gateway.SubmitAsync(body, Token));
        var job = OpenAIDesk.Job() with { RemoteId = accepted.RemoteId, Spec = task.Spec };
        return (await EndAsync(gateway, job), job);
    }

    private static async Task<ProviderJobStatus> EndAsync(OpenAICompatibleProvider gateway, RemoteJob job)
    {
        while (true)
        {
            if (await gateway.GetStatusAsync(job, Token) is { IsEnded: true } status)
            {
                return status;
            }
        }
    }
}
