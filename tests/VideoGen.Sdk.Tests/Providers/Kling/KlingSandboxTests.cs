using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Kling;

/// <summary>Our client against a server that was written from the wire facts alone.</summary>
public sealed class KlingSandboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, VideoOperation, KlingStandard> Everything => new()
    {
        { "kling-3.0", VideoOperation.TextToVideo, KlingStandard.New },
        { "kling-3.0-turbo", VideoOperation.TextToVideo, KlingStandard.New },
        { "kling-3.0-omni", VideoOperation.TextToVideo, KlingStandard.New },
        { "kling-o1", VideoOperation.TextToVideo, KlingStandard.New },
        { "kling-2.6", VideoOperation.TextToVideo, KlingStandard.New },
        { "kling-2.5-turbo", VideoOperation.TextToVideo, KlingStandard.New },
        { "kling-3.0", VideoOperation.ImageToVideo, KlingStandard.New },
        { "kling-2.6", VideoOperation.ImageToVideo, KlingStandard.New },
        { "kling-3.0-omni", VideoOperation.ImageToVideo, KlingStandard.New },
        { "kling-3.0-omni", VideoOperation.VideoToVideo, KlingStandard.New },
        { "kling-3.0", VideoOperation.CharacterPerformance, KlingStandard.New },
        { "kling-3.0", VideoOperation.TextToVideo, KlingStandard.Legacy },
        { "kling-2.6", VideoOperation.ImageToVideo, KlingStandard.Legacy },
        { "kling-3.0-omni", VideoOperation.VideoToVideo, KlingStandard.Legacy },
        { "kling-2.6", VideoOperation.CharacterPerformance, KlingStandard.Legacy },
    };

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Each_model_is_taken_found_finished_charged_within_its_estimate_and_brought_home(string model, VideoOperation operation, KlingStandard standard)
    {
        await using var sandbox = await StartAsync();
        var kling = At(sandbox, standard);
        var spec = KlingDesk.Spec(model) with { Operation = operation, Sound = model == "kling-3.0-turbo", AspectRatio = operation == VideoOperation.TextToVideo ? AspectRatio.Landscape : null };
        var body = await kling.ComposeAsync(KlingDesk.Task(spec, InputsOf(operation)) with { CallbackUrl = null }, Token);

        var outcome = await kling.SubmitAsync(body, Token);
        var id = Assert.IsType<SubmissionOutcome.Accepted>(outcome).RemoteId;
        var job = new RemoteJob { RemoteId = id, Route = body.Route, Model = model, ClientReference = body.ClientReference, Spec = spec };
        var status = await EndAsync(kling, job);
        var found = await kling.FindAsync(new SubmissionTrace { ClientReference = body.ClientReference, Route = body.Route, Model = model, SubmittedAt = default }, Token);
        await using var content = await kling.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);
        using var file = new MemoryStream();
        await content.Stream.CopyToAsync(file, Token);

        Assert.Equal(ProviderJobState.Succeeded, status.State);
        Assert.Equal(id, Assert.IsType<RemoteJobMatch.Found>(found).RemoteId);
        Assert.Equal(Assert.Single(sandbox.Charges).AmountUsd, status.ChargeUsd);
        Assert.True(status.ChargeUsd <= kling.Estimate(spec, ModelCatalogue.Embedded.Find("kling", model)!).Usd);
        Assert.Equal(content.TotalBytes, file.Length);
    }

    [Fact]
    public async Task A_submit_that_was_accepted_and_dropped_is_found_and_charged_once()
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.AcceptThenDrop, Operation = SandboxOperation.Submit });
        var kling = At(sandbox, KlingStandard.New);
        var body = await kling.ComposeAsync(KlingDesk.Task() with { CallbackUrl = null }, Token);

        Assert.IsType<SubmissionOutcome.Unknown>(await kling.SubmitAsync(body, Token));
        var found = await kling.FindAsync(new SubmissionTrace { ClientReference = body.ClientReference, Route = body.Route, Model = body.Model, SubmittedAt = default }, Token);

        var job = KlingDesk.Job() with { RemoteId = Assert.IsType<RemoteJobMatch.Found>(found).RemoteId };
        Assert.Equal(ProviderJobState.Succeeded, (await EndAsync(kling, job)).State);
        Assert.Single(sandbox.Charges);
    }

    [Fact]
    public async Task A_signed_token_opens_the_legacy_standard()
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { KlingAccessKeys = new Dictionary<string, string> { ["access"] = "secret-of-sixteen-bytes" } }, Token);
        var kling = KlingProvider.Create("", o =>
        {
            (o.AccessKey, o.SecretKey, o.Standard) = ("access", "secret-of-sixteen-bytes", KlingStandard.Legacy);
            (o.BaseUrl, o.AllowLoopback) = (sandbox.UrlOf("kling"), true);
        });

        Assert.IsType<SubmissionOutcome.Accepted>(await kling.SubmitAsync(await kling.ComposeAsync(KlingDesk.Task(KlingDesk.Spec("kling-2.6")) with { CallbackUrl = null }, Token), Token));
    }

    private static Task<VideoSandbox> StartAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);

    private static KlingProvider At(VideoSandbox sandbox, KlingStandard standard) =>
        KlingProvider.Create(KlingDesk.Key, o => (o.BaseUrl, o.AllowLoopback, o.Standard) = (sandbox.UrlOf("kling"), true, standard));

    private static TaskInput[] InputsOf(VideoOperation operation) => operation switch
    {
        VideoOperation.ImageToVideo => [KlingDesk.Bytes(ReferenceRole.FirstFrame, 137, 80, 78, 71, 13, 10, 26, 10)],
        VideoOperation.VideoToVideo => [KlingDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")],
        VideoOperation.CharacterPerformance => [KlingDesk.Link(ReferenceRole.Subject, "https://img.example/a.png"), KlingDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")],
        _ => [],
    };

    private static async Task<ProviderJobStatus> EndAsync(KlingProvider kling, RemoteJob job)
    {
        while (true)
        {
            if (await kling.GetStatusAsync(job, Token) is { IsEnded: true } status)
            {
                return status;
            }
        }
    }
}
