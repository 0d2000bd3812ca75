using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

/// <summary>Our client against a server that was written from the wire facts alone.</summary>
public sealed class HeyGenSandboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<GenerationTask> Everything => new(
        HeyGenDesk.Task(),
        HeyGenDesk.Task(HeyGenDesk.Clip() with { AspectRatio = null, Operation = VideoOperation.ImageToVideo }, HeyGenDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png")),
        HeyGenDesk.Task(HeyGenDesk.Clip() with { Operation = VideoOperation.ImageToVideo }, HeyGenDesk.Link(ReferenceRole.Subject, "https://img.example/a.png"), HeyGenDesk.Link(ReferenceRole.Audio, "https://a.example/a.mp3", "audio/mpeg")),
        HeyGenDesk.Task(HeyGenDesk.Presenter()),
        HeyGenDesk.Task(HeyGenDesk.Presenter(speed: 0.5m, model: "avatar_v") with { Resolution = VideoResolution.UltraHd, Language = "en-US" }),
        HeyGenDesk.Task(HeyGenDesk.Presenter(model: "avatar_iii")),
        HeyGenDesk.Task(HeyGenDesk.Presenter(model: "avatar_iv-photo") with { SettingsJson = new HeyGenSettings { Expressiveness = "high", MotionPrompt = "waves", Captions = true, BackgroundColor = "#00ff00", Pitch = 2 }.ToJson() }),
        HeyGenDesk.Task(HeyGenDesk.Presenter(model: "avatar_v-photo")),
        HeyGenDesk.Task(HeyGenDesk.Presenter(), HeyGenDesk.Link(ReferenceRole.Audio, "https://a.example/a.mp3", "audio/mpeg")),
        HeyGenDesk.Task(HeyGenDesk.Presenter(model: "image") with { Avatar = null }, HeyGenDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png")),
        HeyGenDesk.Task(HeyGenDesk.Agent(TimeSpan.FromMinutes(1))),
        HeyGenDesk.Task(HeyGenDesk.Template(TimeSpan.FromMinutes(1))));

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Each_product_is_taken_finished_charged_within_its_estimate_and_brought_home(GenerationTask task)
    {
        await using var sandbox = await StartAsync();
        var heygen = HeyGenDesk.At(sandbox);

        var (status, job) = await RunAsync(heygen, task);
        await using var content = await heygen.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);
        using var file = new MemoryStream();
        await content.Stream.CopyToAsync(file, Token);

        Assert.Equal(ProviderJobState.Succeeded, status.State);
        var charge = Assert.Single(sandbox.Charges);
        Assert.Equal(HeyGenDesk.Reference, charge.ClientReference);
        var model = ModelCatalogue.Embedded.Find("heygen", task.Spec.Model)!;
        Assert.True(charge.AmountUsd <= heygen.Estimate(task.Spec, model).Usd, $"charged {charge.AmountUsd}, held {heygen.Estimate(task.Spec, model).Usd}");
        Assert.True(charge.AmountUsd <= CataloguePrice.Estimate(model, task.Spec, new DateOnly(2026, 11, 22), status.Duration).Usd, "the real length settles what was charged");
        Assert.Equal(content.TotalBytes, file.Length);
    }

    [Theory]
    [InlineData("Hi.", 1)]
    [InlineData("A plain English sentence of some length, spoken at ease, and then another one that goes on a while.", 1)]
    [InlineData("2026 2027 2028 1234567890 555-0199", 1.5)]
    [InlineData("１２３４５６７８９０ ½ Ⅻ", 0.5)]
    [InlineData("こんにちは、世界。今日はいい天気です。", 1.5)]
    [InlineData("ﾊﾛｰ ｾｶｲ、半角カナ", 0.5)]
    [InlineData("안녕하세요 여러분, 만나서 반갑습니다", 0.5)]
    [InlineData("你好，世界。𠀀𠀁𠀂", 0.7)]
    [InlineData("One. <break time=\"2.06s\"/> Two. <BREAK time=\"450ms\" /> Three.", 1)]
    [InlineData("<break time=\"2.06s\"/>", 0.5)]
    [InlineData("Long <break time=\"1799s\"/> and <break time=\"900s\"/> longer", 1)]
    public async Task No_script_is_charged_above_what_was_held_for_it(string script, double speed)
    {
        await using var sandbox = await StartAsync();
        var heygen = HeyGenDesk.At(sandbox);
        var spec = HeyGenDesk.Presenter(script, (decimal)speed);

        Assert.Equal(ProviderJobState.Succeeded, (await RunAsync(heygen, HeyGenDesk.Task(spec))).Status.State);

        var held = heygen.Estimate(spec, ModelCatalogue.Embedded.Find("heygen", spec.Model)!).Usd;
        Assert.True(Assert.Single(sandbox.Charges).AmountUsd <= held, $"charged {sandbox.Charges[0].AmountUsd}, held {held}");
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Every_shape_and_size_that_the_catalogue_offers_is_taken(string model)
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromHours(1) }, Token);
        var heygen = HeyGenDesk.At(sandbox);
        var refused = new List<string>();
        var offer = ModelCatalogue.Embedded.Find("heygen", model)!.Offers[0];
        foreach (var resolution in offer.Resolutions)
        {
            foreach (var ratio in offer.Ratios.Where(r => r.Height < 100 || Math.Min(r.Width, r.Height) == resolution.Lines))
            {
                var spec = (model == "heygen-video-1" ? HeyGenDesk.Clip() with { Duration = TimeSpan.FromSeconds(15) } : HeyGenDesk.Presenter(model: model)) with { Resolution = resolution, AspectRatio = ratio };
                if (await heygen.SubmitAsync(await heygen.ComposeAsync(HeyGenDesk.Task(spec) with { ClientReference = $"vg-{resolution}-{ratio.Width}-{ratio.Height}" }, Token), Token) is not SubmissionOutcome.Accepted)
                {
                    refused.Add($"{resolution} {ratio}");
                }
            }
        }

        Assert.Empty(refused);
    }

    public static TheoryData<string> Sizes => new("heygen-video-1", "avatar_iv", "avatar_iii");

    [Fact]
    public async Task A_video_lost_under_its_title_is_found_and_a_foreign_one_is_not()
    {
        await using var sandbox = await StartAsync();
        var heygen = HeyGenDesk.At(sandbox, o => o.FindByTitle = true);
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.AcceptThenDrop, Operation = SandboxOperation.Submit });
        var task = HeyGenDesk.Task(HeyGenDesk.Presenter());
        var body = await heygen.ComposeAsync(task, Token);
        Assert.IsType<SubmissionOutcome.Unknown>(await heygen.SubmitAsync(body, Token));
        var trace = new SubmissionTrace { ClientReference = task.ClientReference, Route = body.Route, Model = body.Model, SubmittedAt = default };

        var found = Assert.IsType<RemoteJobMatch.Found>(await heygen.FindAsync(trace, Token));

        Assert.Equal(ProviderJobState.Succeeded, (await HeyGenDesk.EndAsync(heygen, HeyGenDesk.JobOf(body, found.RemoteId, task.Spec), Token)).State);
        Assert.IsType<RemoteJobMatch.NotFound>(await heygen.FindAsync(trace with { ClientReference = "vg-5f0c8d1" }, Token));
        Assert.IsType<RemoteJobMatch.NotSupported>(await heygen.FindAsync(trace with { Route = "/v3/models/videos" }, Token));
        await heygen.SubmitAsync(body, Token);
        Assert.Equal(2, Assert.IsType<RemoteJobMatch.Ambiguous>(await heygen.FindAsync(trace, Token)).RemoteIds.Count);
    }

    [Fact]
    public async Task An_agent_is_asked_to_stop_and_other_videos_run_on()
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromHours(1) }, Token);
        var heygen = HeyGenDesk.At(sandbox);
        var agent = await SubmitAsync(heygen, HeyGenDesk.Task(HeyGenDesk.Agent()));
        var clip = await SubmitAsync(heygen, HeyGenDesk.Task());

        Assert.Equal(ProviderCancelOutcome.NotSupported, await heygen.CancelAsync(clip, Token));
        Assert.Equal(ProviderCancelOutcome.Requested, await heygen.CancelAsync(agent, Token));
        var stopped = await heygen.GetStatusAsync(agent, Token);
        Assert.Equal((ProviderJobState.Cancelled, ChargeCertainty.Unknown), (stopped.State, stopped.Failure!.Charge));
        Assert.Equal(ProviderJobState.Queued, (await heygen.GetStatusAsync(clip, Token)).State);
    }

    [Fact]
    public async Task A_webhook_is_registered_once_rotated_and_removed()
    {
        await using var sandbox = await StartAsync();
        var heygen = HeyGenDesk.At(sandbox);
        var url = new Uri("https://app.example/videogen/webhooks/heygen/default");

        var first = await heygen.RegisterWebhookAsync(url, Token);
        var second = await heygen.RegisterWebhookAsync(url, Token);
        var rotated = await heygen.RotateWebhookSecretAsync(first.EndpointId, Token);
        await heygen.DeleteWebhookAsync(first.EndpointId, Token);
        var third = await heygen.RegisterWebhookAsync(url, Token);

        Assert.Equal((VideoSandboxOptions.DefaultWebhookSecret, first.EndpointId, null), (first.Secret, second.EndpointId, second.Secret));
        Assert.NotEqual(first.Secret, rotated.Secret);
        Assert.NotEqual(first.EndpointId, third.EndpointId);
        Assert.DoesNotContain(first.Secret!, first.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wallet_is_read_and_a_video_is_deleted_for_good()
    {
        await using var sandbox = await StartAsync();
        var heygen = HeyGenDesk.At(sandbox);
        var before = await heygen.GetBalanceUsdAsync(Token);
        var (_, job) = await RunAsync(heygen, HeyGenDesk.Task(HeyGenDesk.Presenter()));

        await heygen.DeleteVideoAsync(job.RemoteId, Token);

        Assert.Equal(before - sandbox.Charges.Sum(c => c.AmountUsd), await heygen.GetBalanceUsdAsync(Token));
        Assert.Equal(ProviderJobState.NotVisible, (await heygen.GetStatusAsync(job, Token)).State);
        await Assert.ThrowsAsync<ProviderCallException>(() => heygen.DeleteVideoAsync(job.RemoteId, Token));
    }

    private static Task<VideoSandbox> StartAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);

    private static async Task<RemoteJob> SubmitAsync(HeyGenProvider heygen, GenerationTask task)
    {
        var body = await heygen.ComposeAsync(task, Token);
        var outcome = await heygen.SubmitAsync(body, Token);
        Assert.True(outcome is SubmissionOutcome.Accepted, (outcome as SubmissionOutcome.Rejected)?.Failure.Message);
        return HeyGenDesk.JobOf(body, ((SubmissionOutcome.Accepted)outcome).RemoteId, task.Spec);
    }

    private static async Task<(ProviderJobStatus Status, RemoteJob Job)> RunAsync(HeyGenProvider heygen, GenerationTask task)
    {
        var job = await SubmitAsync(heygen, task);
        return (await HeyGenDesk.EndAsync(heygen, job, Token), job);
    }
}
