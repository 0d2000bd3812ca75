using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Pika;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Pika;

/// <summary>Our client against a server that was written from the wire facts alone.</summary>
public sealed class PikaSandboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pika-2.5", VideoOperation.TextToVideo)]
    [InlineData("pika-2.5", VideoOperation.ImageToVideo)]
    [InlineData("pikaframes", VideoOperation.ImageToVideo)]
    [InlineData("pikadditions", VideoOperation.VideoToVideo)]
    [InlineData("pikaswaps", VideoOperation.VideoToVideo)]
    [InlineData("pikaffects", VideoOperation.ImageToVideo)]
    [InlineData("pikaffects", VideoOperation.VideoToVideo)]
    public async Task Each_model_is_taken_finished_charged_within_its_estimate_and_brought_home(string model, VideoOperation operation)
    {
        await using var sandbox = await StartAsync();
        var pika = PikaDesk.At(sandbox.UrlOf("pika"));
        var task = PikaDesk.Task(PikaDesk.Spec(model, operation, model == "pikaffects" ? new PikaSettings { Pikaffect = "Melt" } : null), InputsOf(model, operation));
        var body = await pika.ComposeAsync(await PreparedAsync(pika, task), Token);

        var job = Job(body, Assert.IsType<SubmissionOutcome.Accepted>(await pika.SubmitAsync(body, Token)).RemoteId, task.Spec);
        var status = await EndAsync(pika, job);
        await using var content = await pika.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);
        using var file = new MemoryStream();
        await content.Stream.CopyToAsync(file, Token);

        Assert.Equal(ProviderJobState.Succeeded, status.State);
        var charge = Assert.Single(sandbox.Charges);
        Assert.Equal(body.ClientReference, charge.ClientReference);
        Assert.True(charge.AmountUsd <= pika.Estimate(task.Spec, ModelCatalogue.Embedded.Find("pika", model)!).Usd);
        Assert.Equal(content.TotalBytes, file.Length);
    }

    [Fact]
    public async Task A_replay_after_a_dropped_answer_returns_the_first_job_and_is_charged_once()
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.AcceptThenDrop, Operation = SandboxOperation.Submit });
        var pika = PikaDesk.At(sandbox.UrlOf("pika"), o => o.ReplayWindow = TimeSpan.FromMinutes(10));
        var body = await pika.ComposeAsync(PikaDesk.Task(), Token);

        Assert.IsType<SubmissionOutcome.Unknown>(await pika.SubmitAsync(body, Token));
        var replayed = Assert.IsType<SubmissionOutcome.Accepted>(await pika.SubmitAsync(body, Token));

        Assert.Equal(ProviderJobState.Succeeded, (await EndAsync(pika, Job(body, replayed.RemoteId, PikaDesk.Spec()))).State);
        Assert.Single(sandbox.Charges);
        Assert.IsType<SubmissionOutcome.Unknown>(await pika.SubmitAsync(body with { Content = "{\"prompt\":\"another\"}"u8.ToArray() }, Token));
    }

    [Theory]
    [InlineData(SandboxFaultKind.FailedFree, ProviderJobState.Failed, ProviderFailureKind.Transient)]
    [InlineData(SandboxFaultKind.ModeratedCharged, ProviderJobState.Failed, ProviderFailureKind.ContentRejected)]
    public async Task A_job_that_fails_says_why(SandboxFaultKind fault, ProviderJobState state, ProviderFailureKind kind)
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Submit });
        var pika = PikaDesk.At(sandbox.UrlOf("pika"));

        var status = await EndAsync(pika, await SubmitAsync(pika));

        Assert.Equal((state, kind, 0m), (status.State, status.Failure?.Kind, status.ChargeUsd));
        Assert.Empty(sandbox.Charges);
    }

    [Theory]
    [InlineData(SandboxFaultKind.UnknownState)]
    [InlineData(SandboxFaultKind.NoOutput)]
    public async Task What_is_unclear_is_never_an_end(SandboxFaultKind fault)
    {
        await using var sandbox = await StartAsync();
        var pika = PikaDesk.At(sandbox.UrlOf("pika"));
        var job = await SubmitAsync(pika);
        await EndAsync(pika, job);
        sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Status });

        Assert.Equal(ProviderJobState.Unknown, (await pika.GetStatusAsync(job, Token)).State);
    }

    [Fact]
    public async Task An_expired_link_is_replaced()
    {
        await using var sandbox = await StartAsync();
        var pika = PikaDesk.At(sandbox.UrlOf("pika"));
        var job = await SubmitAsync(pika);
        var status = await EndAsync(pika, job);
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.ExpiredLink, Operation = SandboxOperation.Download });

        await using var content = await pika.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);

        Assert.True(content.TotalBytes > 0);
    }

    [Fact]
    public async Task Catalogue_balance_and_spending_are_read()
    {
        await using var sandbox = await StartAsync();
        var pika = PikaDesk.At(sandbox.UrlOf("pika"));
        var (before, operations) = (await pika.GetBalanceUsdAsync(Token), await pika.ReadCatalogueAsync(Token));
        await EndAsync(pika, await SubmitAsync(pika));

        Assert.Contains(operations, o => o.ApiId == "pika/pika-2.5/text-to-video" && o.Prices.Count == 1);
        Assert.NotNull((await pika.ReadOperationAsync("pika/pikaffects/image-to-video", Token)).InputSchema);
        Assert.Equal(0.20m, pika.Estimate(PikaDesk.Spec(), ModelCatalogue.Embedded.Find("pika", "pika-2.5")!).Usd);
        Assert.Equal(before - 0.20m, await pika.GetBalanceUsdAsync(Token));
        Assert.Equal(0.20m, Assert.Single(await pika.GetDailySpendAsync(Token)).AmountUsd);
    }

    private static Task<VideoSandbox> StartAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);

    private static TaskInput[] InputsOf(string model, VideoOperation operation) => operation switch
    {
        VideoOperation.TextToVideo => [],
        VideoOperation.VideoToVideo => [PikaDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")],
        _ when model == "pikaframes" => [PikaDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"), PikaDesk.Link(ReferenceRole.LastFrame, "https://img.example/b.png")],
        _ => [new TaskInput(new PreparedInput { Role = ReferenceRole.FirstFrame }, new InputMedia { Role = ReferenceRole.FirstFrame, ContentType = "image/png", OpenReadAsync = _ => Task.FromResult<Stream>(new MemoryStream([1, 2, 3])) })],
    };

    private static async Task<GenerationTask> PreparedAsync(PikaProvider pika, GenerationTask task)
    {
        var inputs = new List<TaskInput>();
        foreach (var input in task.Inputs)
        {
            inputs.Add(new TaskInput(await pika.PrepareInputAsync(input.Media, Token), input.Media));
        }

        return task with { Inputs = inputs };
    }

    private static async Task<RemoteJob> SubmitAsync(PikaProvider pika)
    {
        var body = await pika.ComposeAsync(PikaDesk.Task(), Token);
        return Job(body, Assert.IsType<SubmissionOutcome.Accepted>(await pika.SubmitAsync(body, Token)).RemoteId, PikaDesk.Spec());
    }

    private static RemoteJob Job(SubmissionBody body, string id, GenerationSpec spec) =>
        new() { RemoteId = id, Route = body.Route, Model = body.Model, ClientReference = body.ClientReference, Spec = spec };

    private static async Task<ProviderJobStatus> EndAsync(PikaProvider pika, RemoteJob job)
    {
        while (true)
        {
            if (await pika.GetStatusAsync(job, Token) is { IsEnded: true } status)
            {
                return status;
            }
        }
    }
}
