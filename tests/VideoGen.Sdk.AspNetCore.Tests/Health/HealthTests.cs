using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using Xunit;

namespace VideoGen.Sdk.AspNetCore.Tests.Health;

public sealed class HealthTests : IAsyncDisposable
{
    private readonly ServiceCollection services = new();
    private readonly IVideoGenerationBuilder video;
    private ServiceProvider? app;
    private VideoSandbox? sandbox;

    public HealthTests()
    {
        video = services.AddVideoGeneration();
        services.AddHealthChecks().AddVideoGeneration();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await (app?.DisposeAsync() ?? default);
        await (sandbox?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task An_app_whose_vendor_answers_is_healthy()
    {
        await AddKlingAsync("key");

        var report = await CheckAsync();

        Assert.Equal(["videogen_budget", "videogen_media", "videogen_providers", "videogen_stores"], report.Entries.Keys.Order());
        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal("ready", report.Entries["videogen_providers"].Data["kling/default"]);
    }

    [Fact]
    public async Task A_vendor_is_asked_once_a_minute_however_often_somebody_looks()
    {
        await AddKlingAsync("key");
        await CheckAsync();
        sandbox!.AddFault(new() { Kind = Testing.Sandbox.SandboxFaultKind.Status, Vendor = "kling", Status = 500 });

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task A_vendor_that_does_not_answer_makes_the_only_account_unusable()
    {
        await AddKlingAsync("key");
        sandbox!.AddFault(new() { Kind = Testing.Sandbox.SandboxFaultKind.Status, Vendor = "kling", Status = 500 });

        var providers = (await CheckAsync()).Entries["videogen_providers"];

        Assert.Equal(HealthStatus.Unhealthy, providers.Status);
        Assert.Contains("Transient", (string)providers.Data["kling/default"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_left_alone_degrades_an_app_that_has_another_one()
    {
        await AddKlingAsync("key");
        video.AddScripted(new ScriptedVideoProvider(new ScriptedProviderOptions(), new ScriptedVendor(TimeProvider.System), TimeProvider.System));
        Services.GetRequiredService<ProviderHealth>().ReportFailure("scripted/default", new ProviderFailure { Kind = ProviderFailureKind.OutOfCredit, Message = "empty" });

        var providers = (await CheckAsync()).Entries["videogen_providers"];

        Assert.Equal(HealthStatus.Degraded, providers.Status);
        Assert.Contains("OutOfCredit", (string)providers.Data["scripted/default"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_a_key_says_so()
    {
        video.AddKling(options => options.ApiKey = null);

        Assert.Contains("No API key found", (string)(await CheckAsync()).Entries["videogen_providers"].Data["kling/default"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_away_is_unhealthy()
    {
        services.AddSingleton<IJobStore>(new ChaosJobStore(new InMemoryJobStore(TimeProvider.System), new ChaosProcess { IsCutOff = true }));

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Entries["videogen_stores"].Status);
    }

    [Fact]
    public async Task A_day_without_money_is_degraded_and_says_until_when()
    {
        services.Configure<Budgets.BudgetOptions>(options => options.DailyLimitUsd = 1m);
        var hold = new HoldRequest
        {
            Key = new AttemptKey("job", 1),
            Provider = "kling",
            Account = "default",
            Model = "any",
            ClientReference = "reference",
            EstimateUsd = 1m,
            Limits = [],
        };
        await Services.GetRequiredService<ICostStore>().HoldAsync(hold, Stop);

        var budget = (await CheckAsync()).Entries["videogen_budget"];

        Assert.Equal(HealthStatus.Degraded, budget.Status);
        Assert.Contains("daily limit of 1.00 USD is used up until", budget.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_tool_is_degraded_and_says_what_to_do()
    {
        services.AddSingleton<IMediaProcessor>(new BareMachine());

        var media = (await CheckAsync()).Entries["videogen_media"];

        Assert.Equal((HealthStatus.Degraded, "ffmpeg was not found: install it"), (media.Status, media.Description));
    }

    private ServiceProvider Services => app ??= services.BuildServiceProvider();

    private Task<HealthReport> CheckAsync() => Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop);

    private async Task AddKlingAsync(string key)
    {
        sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions(), Stop);
        video.AddKling(options => (options.ApiKey, options.BaseUrl, options.AllowLoopback) = (key, sandbox.UrlOf("kling"), true));
    }

    private sealed class BareMachine : IMediaProcessor
    {
        public string? Obstacle => "ffmpeg was not found: install it";

        public Task<MediaFacts?> ProbeAsync(string path, CancellationToken cancellationToken = default) => throw new MediaException(Obstacle!);

        public Task<ConformResult> ConformAsync(ConformRequest request, IProgress<double>? progress = null, CancellationToken cancellationToken = default) => throw new MediaException(Obstacle!);

        public Task<bool> CreateThumbnailAsync(string inputPath, string outputPath, CancellationToken cancellationToken = default) => throw new MediaException(Obstacle!);
    }
}
