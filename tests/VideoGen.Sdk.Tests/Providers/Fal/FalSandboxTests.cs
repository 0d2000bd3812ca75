using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Fal;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Fal;

/// <summary>Our client against a server that was written from the wire facts alone.</summary>
public sealed class FalSandboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Models => [.. ModelCatalogue.Embedded.ModelsOf("fal").Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Each_model_is_taken_finished_charged_within_its_estimate_and_brought_home(string model)
    {
        await using var sandbox = await StartAsync();
        var fal = FalDesk.At(sandbox.UrlOf("fal"));
        var task = FalDesk.Task(FalDesk.Spec(model, model.EndsWith("text-to-video", StringComparison.Ordinal) ? VideoOperation.TextToVideo : VideoOperation.ImageToVideo), InputsOf(model));
        var body = await fal.ComposeAsync(task, Token);

        var job = Job(body, Assert.IsType<SubmissionOutcome.Accepted>(await fal.SubmitAsync(body, Token)).RemoteId, task.Spec);
        var status = await EndAsync(fal, job);
        await using var content = await fal.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);
        using var file = new MemoryStream();
        await content.Stream.CopyToAsync(file, Token);

        Assert.Equal(ProviderJobState.Succeeded, status.State);
        Assert.True(Assert.Single(sandbox.Charges).AmountUsd <= fal.Estimate(task.Spec, ModelCatalogue.Embedded.Find("fal", model)!).Usd);
        Assert.Equal(content.TotalBytes, file.Length);
    }

    [Theory]
    [InlineData(SandboxFaultKind.FailedFree, ProviderFailureKind.Transient, ChargeCertainty.None, 0)]
    [InlineData(SandboxFaultKind.ModeratedCharged, ProviderFailureKind.ContentRejected, ChargeCertainty.Unknown, 1)]
    public async Task A_request_that_fails_says_why_and_never_calls_a_charge_free(SandboxFaultKind fault, ProviderFailureKind kind, ChargeCertainty charge, int charges)
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Submit });
        var fal = FalDesk.At(sandbox.UrlOf("fal"));

        var status = await EndAsync(fal, await SubmitAsync(fal));

        Assert.Equal((ProviderJobState.Failed, kind, charge, charges), (status.State, status.Failure?.Kind, status.Failure?.Charge, sandbox.Charges.Count));
    }

    [Fact]
    public async Task Input_that_the_model_does_not_take_comes_to_light_at_the_end()
    {
        await using var sandbox = await StartAsync();
        var fal = FalDesk.At(sandbox.UrlOf("fal"));

        var status = await EndAsync(fal, await SubmitAsync(fal, FalDesk.Spec() with { Duration = TimeSpan.FromSeconds(7) }));

        Assert.Equal((ProviderJobState.Failed, ProviderFailureKind.InvalidRequest), (status.State, status.Failure?.Kind));
    }

    [Theory]
    [InlineData(SandboxFaultKind.UnknownState)]
    [InlineData(SandboxFaultKind.NoOutput)]
    public async Task What_is_unclear_is_never_an_end(SandboxFaultKind fault)
    {
        await using var sandbox = await StartAsync();
        var fal = FalDesk.At(sandbox.UrlOf("fal"));
        var job = await SubmitAsync(fal);
        await EndAsync(fal, job);
        sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Status });

        Assert.Equal(ProviderJobState.Unknown, (await fal.GetStatusAsync(job, Token)).State);
    }

    [Fact]
    public async Task A_request_taken_out_of_the_queue_is_free()
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.Stuck, Operation = SandboxOperation.Submit });
        var fal = FalDesk.At(sandbox.UrlOf("fal"));
        var job = await SubmitAsync(fal);

        Assert.Equal(ProviderCancelOutcome.Requested, await fal.CancelAsync(job, Token));
        var status = await EndAsync(fal, job);

        Assert.Equal((ProviderJobState.Cancelled, ChargeCertainty.None), (status.State, status.Failure?.Charge));
        Assert.Equal(ProviderCancelOutcome.AlreadyEnded, await fal.CancelAsync(job, Token));
        Assert.Equal(ProviderCancelOutcome.NotSupported, await fal.CancelAsync(job with { RemoteId = "rq-none" }, Token));
        Assert.Empty(sandbox.Charges);
    }

    [Fact]
    public async Task A_request_that_waits_too_long_goes_to_the_next_provider()
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.Stuck, Operation = SandboxOperation.Submit });
        var fal = FalDesk.At(sandbox.UrlOf("fal"), o => o.RequestTimeout = TimeSpan.FromMilliseconds(1001));

        var status = await EndAsync(fal, await SubmitAsync(fal));

        Assert.Equal((ProviderJobState.Failed, ProviderFailureKind.NotSupported, ChargeCertainty.None), (status.State, status.Failure?.Kind, status.Failure?.Charge));
    }

    [Fact]
    public async Task An_expired_link_is_replaced()
    {
        await using var sandbox = await StartAsync();
        var fal = FalDesk.At(sandbox.UrlOf("fal"));
        var job = await SubmitAsync(fal);
        var status = await EndAsync(fal, job);
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.ExpiredLink, Operation = SandboxOperation.Download });

        await using var content = await fal.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);

        Assert.True(content.TotalBytes > 0);
    }

    [Fact]
    public async Task A_callback_that_is_really_sent_is_verified()
    {
        await using var sandbox = await StartAsync();
        await using var app = new RawServer(c => c.AnswerAsync(200));
        var fal = FalDesk.At(sandbox.UrlOf("fal"));
        var options = new FalOptions { KeySetUrl = new Uri(sandbox.UrlOf("fal") + "/.well-known/jwks.json"), AllowLoopback = true };
        var callback = new FalCallback(new FalKeySet(VendorHttp.Create(options.ToKeySetEndpoint), () => options, TimeProvider.System), new Ed25519(1), TimeProvider.System);
        var body = await fal.ComposeAsync(FalDesk.Task() with { CallbackUrl = new Uri(app.BaseUrl, "/hooks/fal/default/vg-7c1e") }, Token);

        var id = Assert.IsType<SubmissionOutcome.Accepted>(await fal.SubmitAsync(body, Token)).RemoteId;
        await app.FirstRequest.Task.WaitAsync(Token);
        var sent = app.Requests.Single();
        var reading = await callback.ReadAsync(new CallbackDelivery { Body = sent.Body, Headers = sent.Headers, ReceivedAt = TimeProvider.System.GetUtcNow() }, Token);

        Assert.Equal("/hooks/fal/default/vg-7c1e", sent.Path);
        Assert.Equal((CallbackVerdict.Verified, id, ProviderJobState.Succeeded), (reading.Verdict, reading.RemoteId, reading.State));
    }

    private static Task<VideoSandbox> StartAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);

    private static TaskInput[] InputsOf(string model) => model.Split('/')[^1] switch
    {
        "image-to-video" => [FalDesk.Bytes(ReferenceRole.FirstFrame, 1, 2, 3)],
        "pikascenes" => [FalDesk.Link(ReferenceRole.Subject, "https://img.example/a.png")],
        "pikaframes" => [FalDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"), FalDesk.Link(ReferenceRole.LastFrame, "https://img.example/b.png")],
        _ => [],
    };

    private static async Task<RemoteJob> SubmitAsync(FalProvider fal, GenerationSpec? spec = null)
    {
        var body = await fal.ComposeAsync(FalDesk.Task(spec), Token);
        return Job(body, Assert.IsType<SubmissionOutcome.Accepted>(await fal.SubmitAsync(body, Token)).RemoteId, spec ?? FalDesk.Spec());
    }

    private static RemoteJob Job(SubmissionBody body, string id, GenerationSpec spec) =>
        new() { RemoteId = id, Route = body.Route, Model = body.Model, ClientReference = body.ClientReference, Spec = spec };

    private static async Task<ProviderJobStatus> EndAsync(FalProvider fal, RemoteJob job)
    {
        while (true)
        {
            if (await fal.GetStatusAsync(job, Token) is { IsEnded: true } status)
            {
                return status;
            }
        }
    }
}
