using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Testing.Sandbox;
using VideoGen.Sdk.Tests.DependencyInjection;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>One provider without budget, ledger and failover, with a container and without.</summary>
public sealed class DirectUseTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "morning routines", Style = "trendy", Duration = TimeSpan.FromSeconds(5), AspectRatio = AspectRatio.Portrait };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("videogen-direct-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_container_it_submits_once_polls_to_the_end_and_downloads()
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(20) });
        IVideoProvider provider = KlingProvider.Create("your-key", o =>
        {
            o.BaseUrl = sandbox.UrlOf("kling");
            o.AllowLoopback = true;
        });

        var job = await provider.SubmitAsync(Request, cancellationToken: Stop);
        var clock = new SteppedClock(TestWorld.Start);
        var waiting = provider.WaitAsync(job, timeProvider: clock, cancellationToken: Stop);
        while (!waiting.IsCompleted)
        {
            var next = clock.NextSleeper;
            if (!clock.StepToFirst())
            {
                await Task.WhenAny(waiting, next);
            }
        }

        var status = await waiting;
        var path = await provider.DownloadAsync(job, status, Path.Combine(folder.FullName, "new", "video.mp4"), Stop);

        Assert.Equal(ProviderJobState.Succeeded, status.State);
        Assert.Equal("ftyp", System.Text.Encoding.ASCII.GetString((await File.ReadAllBytesAsync(path, Stop))[4..8]));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "*.part"));
    }

    [Theory]
    [InlineData(SandboxFaultKind.WrongType, "came in place of the video")]
    [InlineData(SandboxFaultKind.Truncated, "broke off")]
    [InlineData(SandboxFaultKind.ExpiredLink, "expired")]
    public async Task A_file_that_comes_badly_is_fetched_again_and_never_kept_as_the_video(SandboxFaultKind fault, string words)
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(1) });
        IVideoProvider provider = KlingProvider.Create("your-key", o => (o.BaseUrl, o.AllowLoopback) = (sandbox.UrlOf("kling"), true));
        var job = await provider.SubmitAsync(Request, cancellationToken: Stop);
        var clock = new SteppedClock(TestWorld.Start);
        var status = await clock.DriveAsync(provider.WaitAsync(job, timeProvider: clock, cancellationToken: Stop));
        var path = Path.Combine(folder.FullName, "video.mp4");

        sandbox.AddFault(new SandboxFault { Vendor = "kling", Operation = SandboxOperation.Download, Kind = fault, When = new FaultSchedule.Every(1) });
        var thrown = await Assert.ThrowsAsync<ProviderCallException>(() => provider.DownloadAsync(job, status, path, Stop));

        Assert.Contains(words, thrown.Message, StringComparison.Ordinal);
        Assert.Equal("kling", thrown.Provider);
        Assert.Empty(Directory.GetFiles(folder.FullName));
        sandbox.ClearFaults();
        sandbox.AddFault(new SandboxFault { Vendor = "kling", Operation = SandboxOperation.Download, Kind = fault, When = new FaultSchedule.Next(1) });
        Assert.True(new FileInfo(await provider.DownloadAsync(job, status, path, Stop)).Length > 1000);
    }

    [Theory]
    [InlineData("klign", typeof(UnknownProviderException), "Unknown provider 'klign'. Registered: fal, heygen, kling")]
    [InlineData("kling", typeof(ProviderKeyMissingException), "No API key found for provider 'kling'. Set VideoGeneration:Providers:kling:ApiKey or KLING_API_KEY.")]
    [InlineData("pika", typeof(ProviderNotReadyException), "Provider 'pika' is switched off; set VideoGeneration:Providers:pika:Enabled to true")]
    [InlineData("openai", typeof(ProviderNotReadyException), "Provider 'openai' is not ready: Provider 'openai' has no base URL")]
    public async Task A_name_that_cannot_be_used_says_why(string name, Type exception, string message)
    {
        await using var app = Configured.App(("Providers:pika:Enabled", "false"));

        var refused = Assert.Throws(exception, () => app.GetVideoProvider(name));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_name_from_the_container_it_is_the_account_that_can_be_used()
    {
        await using var app = Configured.App(("Providers:kling:Accounts:eu:ApiKey", "k"));

        Assert.Equal("kling/eu", app.GetVideoProvider("kling").Descriptor.Id);
    }

    [Theory]
    [InlineData(500, "kling cannot do this request: kling-3.0")]
    [InlineData(0, "Duration: 0 s is impossible")]
    public void A_wish_that_the_provider_cannot_meet_is_refused_before_anything_is_sent(int seconds, string message)
    {
        var refused = Assert.Throws<InvalidVideoRequestException>(() => KlingProvider.Create("k").Fit(Request with { Duration = TimeSpan.FromSeconds(seconds)}));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_the_catalogue_lacks_is_refused_with_those_that_it_has()
    {
        var (provider, _, catalogue) = Scripted();

        Assert.Equal("Model: scripted has no model other. Known: model.", Assert.Throws<InvalidVideoRequestException>(() => provider.Fit(Request with { Model = "scripted/other" }, catalogue)).Message);
    }

    [Fact]
    public void A_fitted_request_says_model_price_bound_and_what_was_changed()
    {
        var fitted = KlingProvider.Create("k").Fit(Request with { Duration = TimeSpan.FromSeconds(15.4) });

        Assert.True(fitted.Estimate.Usd > 0m);
        Assert.Equal(TimeSpan.FromSeconds(15), fitted.Spec.Duration);
        Assert.Contains("length 15 s instead of 15.4 s", fitted.Notes);
    }

    [Fact]
    public async Task A_missing_key_is_said_before_anything_is_sent() =>
        Assert.StartsWith("No API key found for provider 'kling'", (await Assert.ThrowsAsync<ProviderKeyMissingException>(() => KlingProvider.Create(" ").SubmitAsync(Request, cancellationToken: Stop))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_lost_answer_is_posted_once_and_names_what_to_look_for()
    {
        var (provider, vendor, catalogue) = Scripted();
        vendor.Default = new SubmitScript { Submit = ScriptedSubmit.AcceptAndLoseAnswer };

        var lost = await Assert.ThrowsAsync<ProviderCallException>(() => provider.SubmitAsync(Request, catalogue, Stop));

        Assert.Equal(ProviderFailureKind.UnknownOutcome, lost.Failure!.Kind);
        Assert.Equal(1, vendor.Posts);
        Assert.Contains(vendor.Jobs[0].ClientReference, lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_does_not_end_in_time_is_a_timeout_and_costs_no_second_post()
    {
        var (provider, vendor, catalogue) = Scripted();
        vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Running });
        var job = await provider.SubmitAsync(Request, catalogue, Stop);

        var late = await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => provider.WaitAsync(job, timeout: TimeSpan.FromSeconds(1), cancellationToken: Stop));

        Assert.StartsWith("Video generation timeout: scripted has not ended job", late.Message, StringComparison.Ordinal);
        Assert.Equal(1, vendor.Posts);
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_tried_again_and_leaves_no_torn_file()
    {
        var (provider, vendor, catalogue) = Scripted();
        vendor.Default = new SubmitScript { Downloads = [ScriptedDownload.BreaksOff, ScriptedDownload.EndsShort, ScriptedDownload.Whole] };
        var job = await provider.SubmitAsync(Request, catalogue, Stop);
        while (!(await provider.GetStatusAsync(job, Stop)).IsEnded)
        {
        }

        var path = await provider.DownloadAsync(job, null, Path.Combine(folder.FullName, "video.mp4"), Stop);

        Assert.Equal(ScriptedVideoProvider.Output.ToArray(), await File.ReadAllBytesAsync(path, Stop));
        Assert.Single(folder.GetFiles());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static (IVideoProvider Provider, ScriptedVendor Vendor, ModelCatalogue Catalogue) Scripted()
    {
        var clock = new FakeTimeProvider();
        var vendor = new ScriptedVendor(clock);
        return (new ScriptedVideoProvider(new ScriptedProviderOptions(), vendor, clock), vendor, ModelCatalogue.Parse(ScriptedCatalogue.With(null, "scripted"), "test"));
    }
}
