using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.DependencyInjection;

/// <summary>The two JSON files of the document that the product began from, loaded as they stand.</summary>
public sealed class SeedFileTests
{
    private static readonly (string Name, string Value)[] Keys = [("KLING_API_KEY", "k"), ("PIKA_API_KEY", "p"), ("RUNWAY_API_KEY", "r")];

    [Fact]
    public void Both_files_reach_the_same_options_as_the_other_spelling()
    {
        using var files = new SeedFiles();
        using var app = files.App(Keys);

        Assert.True(Of<WorkflowOptions>(app).Enabled);
        Assert.Equal("kling", Of<RoutingOptions>(app).DefaultProvider);
        Assert.Equal(["pika", "runway"], Of<RoutingOptions>(app).FallbackProviders);
        Assert.Equal((null, 10m, 200m), (Of<BudgetOptions>(app).PerVideoLimitUsd, Of<BudgetOptions>(app).DailyLimitUsd, Of<BudgetOptions>(app).MonthlyLimitUsd));
        Assert.Equal([1, 2, 3], ((string[])["kling", "pika", "runway"]).Select(n => app.GetRequiredService<ProviderRegistry>().Find(n, "default")!.Options.Priority));
        var content = Of<ContentOptions>(app);
        Assert.Equal((0.6, true, true, true), (content.VideoRatio, content.TrendingTopics, content.UseAvatar, content.OptimizeForInstagram));
    }

    [Fact]
    public async Task A_plan_follows_default_then_fallbacks_and_aims_at_reels()
    {
        using var files = new SeedFiles();
        await using var app = files.App(Keys);

        var plan = await app.GetRequiredService<IVideoGenerator>().PlanAsync(new VideoRequest { Prompt = "morning routines", Duration = TimeSpan.FromSeconds(5) }, TestContext.Current.CancellationToken);

        Assert.Equal(["kling", "pika", "runway"], plan.Candidates.Select(c => c.Provider));
        Assert.True(plan.Candidates[0].AspectRatio!.Value.IsSameShapeAs(AspectRatio.Portrait));
    }

    [Fact]
    public async Task With_a_Kling_key_alone_the_files_start_and_the_fallbacks_are_left_out()
    {
        using var files = new SeedFiles();
        await using var app = files.App(Keys[0]);

        var plan = await app.GetRequiredService<IVideoGenerator>().PlanAsync(new VideoRequest { Prompt = "morning routines", Duration = TimeSpan.FromSeconds(5) }, TestContext.Current.CancellationToken);

        Assert.Equal("kling", Assert.Single(plan.Candidates).Provider);
        Assert.Contains("No API key found", Assert.Single(plan.Exclusions, e => e.Provider == "pika").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_both_spellings_is_taken_from_the_section_of_the_library_and_lists_are_not_mixed()
    {
        using var files = new SeedFiles();
        using var app = files.App([.. Keys, ("VideoGeneration:Budget:DailyLimitUsd", "3"), ("VideoGeneration:FallbackProviders:0", "runway")]);

        Assert.Equal((3m, 200m), (Of<BudgetOptions>(app).DailyLimitUsd, Of<BudgetOptions>(app).MonthlyLimitUsd));
        Assert.Equal(["runway"], Of<RoutingOptions>(app).FallbackProviders);
    }

    [Fact]
    public void Every_option_may_be_written_in_snake_case_and_names_stay_as_they_are()
    {
        using var app = SeedFiles.With(
            ("video_generation:max_attempts", "4"), ("video_generation:budget:tenants:My_Tenant:daily_limit_usd", "2"), ("video_generation:budget:tenants:42:daily_limit_usd", "1"),
            ("VideoGeneration:Budget:Tenants:other:DailyLimitUsd", "9"),
            ("video_generation:providers:kling:accounts:my_eu:api_key", "k"), ("video_generation:providers:kling:accounts:my_eu:cost_per_video", "0.4"), ("video_generation:providers:kling:accounts:my_eu:tenants:0", "a_b"));

        Assert.Equal(4, Of<WorkflowOptions>(app).MaxAttempts);
        var tenants = Of<BudgetOptions>(app).Tenants;
        Assert.Equal((2m, 1m, 9m), (tenants["My_Tenant"].DailyLimitUsd, tenants["42"].DailyLimitUsd, tenants["other"].DailyLimitUsd));
        var account = app.GetRequiredService<ProviderRegistry>().Find("kling", "my_eu")!;
        Assert.True(account.Provider.CheckReadiness().IsReady);
        Assert.Equal(0.4m, account.Options.CostPerVideoUsd);
        Assert.Equal(["a_b"], account.Options.Tenants);
    }

    [Theory]
    [InlineData("""{ "VideoGeneration": { "Budget": { "DailyLimitUsd": null } } }""")]
    [InlineData("""{ "video_generation": { "budget": { "daily_limit_usd": null } } }""")]
    public void A_written_null_is_no_limit(string json)
    {
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        using var app = new ServiceCollection().AddVideoGeneration(new ConfigurationBuilder().AddJsonStream(text).Build()).Services.BuildServiceProvider();

        Assert.Equal((null, 200m), (Of<BudgetOptions>(app).DailyLimitUsd, Of<BudgetOptions>(app).MonthlyLimitUsd));
    }

    [Fact]
    public async Task A_changed_file_takes_effect_without_a_restart()
    {
        using var files = new SeedFiles();
        using var app = files.App(Keys);
        Assert.Equal(10m, app.GetRequiredService<IOptionsMonitor<BudgetOptions>>().CurrentValue.DailyLimitUsd);
        await files.ChangeAsync("\"daily_limit_usd\": 10.0", "\"daily_limit_usd\": 4.0");
        ((IConfigurationRoot)app.GetRequiredService<IConfiguration>()).Reload();

        Assert.Equal(4m, app.GetRequiredService<IOptionsMonitor<BudgetOptions>>().CurrentValue.DailyLimitUsd);
    }

    [Fact]
    public async Task Switched_off_at_the_top_new_videos_are_refused()
    {
        using var files = new SeedFiles();
        await files.ChangeAsync("\"enabled\": true,\n    \"default", "\"enabled\": false,\n    \"default");
        await using var app = files.App([.. Keys, ("VideoGeneration:Assets:Path", files.Folder)]);

        var refused = await Assert.ThrowsAsync<VideoGenerationDisabledException>(() =>
            app.GetRequiredService<IVideoGenerator>().GenerateAsync(new VideoRequest { Prompt = "x" }, null, TestContext.Current.CancellationToken));
        Assert.Contains("video_generation:enabled", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_switched_off_is_refused_by_name_where_it_is_written()
    {
        using var files = new SeedFiles();
        await files.ChangeAsync("\"pika\": { \"enabled\": true", "\"pika\": { \"enabled\": false");
        await using var app = files.App(Keys);

        var refused = await Assert.ThrowsAsync<InvalidVideoRequestException>(() =>
            app.GetRequiredService<IVideoGenerator>().PlanAsync(new VideoRequest { Prompt = "x", PreferredProviders = ["pika"] }, TestContext.Current.CancellationToken));
        Assert.Contains("set video_generation:providers:pika:enabled to true", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_price_of_a_video_replaces_the_catalogues()
    {
        using var files = new SeedFiles();
        await using var app = files.App([.. Keys, ("video_generation:providers:kling:cost_per_video", "0.07")]);

        var plan = await app.GetRequiredService<IVideoGenerator>().PlanAsync(new VideoRequest { Prompt = "x" }, TestContext.Current.CancellationToken);
        Assert.Equal(0.07m, plan.Choice!.EstimateUsd);
    }

    private static T Of<T>(IServiceProvider app)
        where T : class => app.GetRequiredService<IOptions<T>>().Value;
}
