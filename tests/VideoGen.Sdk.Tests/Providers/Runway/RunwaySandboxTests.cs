using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Runway;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

/// <summary>Our client against a server that was written from the wire facts alone.</summary>
public sealed class RunwaySandboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, VideoOperation> Everything => new(ModelCatalogue.Embedded.ModelsOf("runway").Where(m => m.EndsOn is null)
        .SelectMany(m => m.Offers.SelectMany(o => o.Operations).Distinct().Select(o => (m.Id, o))));

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Each_model_is_taken_finished_charged_within_its_estimate_and_brought_home(string model, VideoOperation operation)
    {
        await using var sandbox = await StartAsync();
        var runway = At(sandbox);
        var spec = new GenerationSpec { Model = model, Prompt = RunwayDesk.Prompt, Operation = operation, Seed = 7, InputVideoDuration = operation is VideoOperation.VideoToVideo or VideoOperation.CharacterPerformance ? TimeSpan.FromSeconds(5) : default };
        var (status, job, accepted) = await RunAsync(runway, RunwayDesk.Task(spec, InputsOf(operation)));
        await using var content = await runway.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);
        using var file = new MemoryStream();
        await content.Stream.CopyToAsync(file, Token);

        Assert.Equal(ProviderJobState.Succeeded, status.State);
        Assert.Equal(Assert.Single(sandbox.Charges).AmountUsd, status.ChargeUsd);
        Assert.True(status.ChargeUsd <= accepted.EstimateUsd);
        var offer = ModelCatalogue.Embedded.Find("runway", model)!.Offers.First(o => o.Operations.Contains(operation));
        var planned = spec with { Resolution = offer.DefaultResolution ?? offer.Resolutions.Select(r => (VideoResolution?)r).FirstOrDefault(), Duration = TimeSpan.FromSeconds((double)(offer.DefaultSeconds ?? 5)), Sound = offer.Sound };
        Assert.True(accepted.EstimateUsd <= runway.Estimate(planned, ModelCatalogue.Embedded.Find("runway", model)!).Usd);
        Assert.Equal(content.TotalBytes, file.Length);
    }

    [Fact]
    public async Task Every_size_and_the_longest_clip_that_the_catalogue_offers_is_taken()
    {
        await using var sandbox = await StartAsync();
        var runway = At(sandbox);
        var offers = from model in ModelCatalogue.Embedded.ModelsOf("runway")
                     where model.EndsOn is null
                     from offer in model.Offers
                     from operation in offer.Operations
                     from ratio in offer.Ratios

                     // The client of 2026-09-29 lists this size; the sandbox bounds the model's sides at 1920.
                     where (model.Id, ratio.ToString()) != ("seedance2_5", "2206:946")
                     select new GenerationSpec { Model = model.Id, Prompt = "a", Operation = operation, AspectRatio = ratio, Sound = offer.Sound, Duration = Longest(offer) };
        var refused = new List<string>();
        foreach (var spec in offers)
        {
            if (await runway.SubmitAsync(await runway.ComposeAsync(RunwayDesk.Task(spec, InputsOf(spec.Operation)), Token), Token) is not SubmissionOutcome.Accepted)
            {
                refused.Add($"{spec.Model} {spec.Operation} {spec.AspectRatio}");
            }
        }

        Assert.Empty(refused);
    }

    [Theory]
    [InlineData("seedance2", true)]
    [InlineData("seedance2_5", true)]
    [InlineData("hailuo3", true)]
    [InlineData("wan3", true)]
    [InlineData("gemini_omni_flash_1.1", false)]
    public async Task References_are_taken_beside_the_words(string model, bool takesSound)
    {
        await using var sandbox = await StartAsync();
        TaskInput[] inputs = [RunwayDesk.Link(ReferenceRole.Subject, "https://img.example/a.png"), .. takesSound ? [RunwayDesk.Link(ReferenceRole.Audio, "https://a.example/c.mp3", "audio/mpeg")] : Array.Empty<TaskInput>()];

        var (status, _, _) = await RunAsync(At(sandbox), RunwayDesk.Task(new GenerationSpec { Model = model, Prompt = "a", Operation = VideoOperation.ImageToVideo }, inputs));

        Assert.Equal(ProviderJobState.Succeeded, status.State);
    }

    [Fact]
    public async Task An_upload_is_found_again_by_the_create()
    {
        await using var sandbox = await StartAsync();
        var runway = At(sandbox);
        var media = RunwayDesk.Bytes(4000);
        var prepared = await runway.PrepareInputAsync(media, Token);

        var (status, _, _) = await RunAsync(runway, RunwayDesk.Task(RunwayDesk.Spec() with { Operation = VideoOperation.ImageToVideo }, new TaskInput(prepared, media)));

        Assert.Equal(ProviderJobState.Succeeded, status.State);
    }

    [Theory]
    [InlineData(SandboxFaultKind.ModeratedCharged, ProviderFailureKind.ContentRejected, ChargeCertainty.Charged)]
    [InlineData(SandboxFaultKind.FailedFree, ProviderFailureKind.Transient, ChargeCertainty.None)]
    public async Task A_failed_task_costs_what_the_vendor_says(SandboxFaultKind fault, ProviderFailureKind kind, ChargeCertainty charge)
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Submit });

        var (status, _, _) = await RunAsync(At(sandbox), RunwayDesk.Task());

        Assert.Equal((ProviderJobState.Failed, kind, charge), (status.State, status.Failure!.Kind, status.Failure.Charge));
        Assert.Equal(sandbox.Charges.Sum(c => c.AmountUsd), status.ChargeUsd);
    }

    [Theory]
    [InlineData(SandboxFaultKind.AcceptThenDrop, 1)]
    [InlineData(SandboxFaultKind.DropBeforeAccept, 0)]
    [InlineData(SandboxFaultKind.MalformedJson, 1)]
    public async Task A_lost_answer_leaves_a_doubt_and_is_not_sent_again(SandboxFaultKind fault, int tasks)
    {
        await using var sandbox = await StartAsync();
        sandbox.AddFault(new SandboxFault { Kind = fault, Operation = SandboxOperation.Submit });
        var runway = At(sandbox);

        Assert.IsType<SubmissionOutcome.Unknown>(await runway.SubmitAsync(await runway.ComposeAsync(RunwayDesk.Task(), Token), Token));
        Assert.Equal(tasks, (await runway.GetOrganizationAsync(Token)).Models["gen4.5"].Daily);
        Assert.IsType<RemoteJobMatch.NotSupported>(await ((IVideoProvider)runway).FindAsync(new SubmissionTrace { ClientReference = "vg-7c1e", Route = "v1/text_to_video", Model = "gen4.5", SubmittedAt = default }, Token));
    }

    [Fact]
    public async Task An_expired_link_is_refreshed_and_the_file_comes_home()
    {
        await using var sandbox = await StartAsync();
        var runway = At(sandbox);
        var (status, job, _) = await RunAsync(runway, RunwayDesk.Task());
        sandbox.AddFault(new SandboxFault { Kind = SandboxFaultKind.ExpiredLink, Operation = SandboxOperation.Download });

        await using var content = await runway.OpenOutputAsync(new OutputRequest { Job = job, Status = status }, Token);

        Assert.True(content.TotalBytes > 0);
    }

    [Fact]
    public async Task A_waiting_task_is_cancelled_and_gone()
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromHours(1) }, Token);
        var runway = At(sandbox);
        var accepted = Assert.IsType<SubmissionOutcome.Accepted>(await runway.SubmitAsync(await runway.ComposeAsync(RunwayDesk.Task(), Token), Token));
        var job = RunwayDesk.Job() with { RemoteId = accepted.RemoteId };

        Assert.Equal(ProviderJobState.Queued, (await runway.GetStatusAsync(job, Token)).State);
        Assert.Equal(ProviderCancelOutcome.CancelledChargeUnknown, await runway.CancelAsync(job, Token));
        Assert.Equal(ProviderJobState.NotVisible, (await runway.GetStatusAsync(job, Token)).State);
    }

    [Fact]
    public async Task The_account_tells_what_was_used()
    {
        await using var sandbox = await StartAsync();
        var runway = At(sandbox);
        var before = await runway.GetOrganizationAsync(Token);

        var (status, _, _) = await RunAsync(runway, RunwayDesk.Task());

        Assert.Equal(status.ChargeUsd * 100m, before.CreditBalance - (await runway.GetOrganizationAsync(Token)).CreditBalance);
        Assert.Equal(status.ChargeUsd * 100m, (await runway.GetUsageAsync(cancellationToken: Token)).Sum(d => d.CreditsByModel.GetValueOrDefault("gen4.5")));
    }

    private static TimeSpan Longest(ModelOffer offer) => TimeSpan.FromSeconds((double)(offer.Seconds.Count > 0 ? offer.Seconds.Max() : offer.SecondsTo ?? 5));

    private static Task<VideoSandbox> StartAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);

    private static RunwayProvider At(VideoSandbox sandbox) => RunwayProvider.Create(RunwayDesk.Key, o => (o.BaseUrl, o.AllowLoopback) = (sandbox.UrlOf("runway"), true));

    private static TaskInput[] InputsOf(VideoOperation operation) => operation switch
    {
        VideoOperation.ImageToVideo => [RunwayDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png")],
        VideoOperation.VideoToVideo => [RunwayDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")],
        VideoOperation.CharacterPerformance => [RunwayDesk.Link(ReferenceRole.Subject, "https://img.example/a.png"), RunwayDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")],
        _ => [],
    };

    private static async Task<(ProviderJobStatus Status, RemoteJob Job, SubmissionOutcome.Accepted Accepted)> RunAsync(RunwayProvider runway, GenerationTask task)
    {
        var body = await runway.ComposeAsync(task, Token);
        var outcome = await runway.SubmitAsync(body, Token);
        Assert.True(outcome is SubmissionOutcome.Accepted, (outcome as SubmissionOutcome.Rejected)?.Failure.Message);
        var accepted = (SubmissionOutcome.Accepted)outcome;
        var job = new RemoteJob { RemoteId = accepted.RemoteId, Route = body.Route, Model = body.Model, ClientReference = body.ClientReference, Spec = task.Spec };
        while (true)
        {
            if (await runway.GetStatusAsync(job, Token) is { IsEnded: true } status)
            {
                return (status, job, accepted);
            }
        }
    }
}
