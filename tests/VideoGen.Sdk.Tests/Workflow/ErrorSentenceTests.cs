using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.DependencyInjection;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>The four sentences of the document that the product began from: each begins an exception of its own, which names the fix.</summary>
public sealed class ErrorSentenceTests
{
    [Theory]
    [InlineData("kling", "KLING_API_KEY")]
    [InlineData("pika", "PIKA_API_KEY")]
    [InlineData("runway", "RUNWAY_API_KEY")]
    [InlineData("fal", "FAL_KEY")]
    [InlineData("heygen", "HEYGEN_API_KEY")]
    public async Task No_API_key_found_for_provider(string provider, string variable)
    {
        await using var app = Configured.App();
        var generator = app.GetRequiredService<IVideoGenerator>();
        var request = A.Request with { PreferredProviders = [provider] };

        var planned = await Assert.ThrowsAsync<ProviderKeyMissingException>(() => generator.PlanAsync(request, TestContext.Current.CancellationToken));
        var generated = await Assert.ThrowsAsync<ProviderKeyMissingException>(() => generator.GenerateAsync(request with { PreferredProviders = [], Model = $"{provider}/any" }, null, TestContext.Current.CancellationToken));

        Assert.All([planned, generated], e =>
        {
            Assert.StartsWith($"No API key found for provider '{provider}'", e.Message, StringComparison.Ordinal);
            Assert.Contains(variable, e.Message, StringComparison.Ordinal);
            Assert.Contains($"VideoGeneration:Providers:{provider}:ApiKey", e.Message, StringComparison.Ordinal);
            Assert.Equal(provider, e.Provider);
        });
    }

    [Fact]
    public async Task A_named_account_without_a_key_says_its_own_place_and_no_environment_name()
    {
        await using var app = Configured.App(("Providers:kling:Accounts:eu:Priority", "1"), ("Providers:kling:ApiKey", "k"));
        var missing = await Assert.ThrowsAsync<ProviderKeyMissingException>(() =>
            app.GetRequiredService<IVideoGenerator>().PlanAsync(A.Request with { PreferredProviders = ["kling/eu"] }, TestContext.Current.CancellationToken));

        Assert.Contains("'kling/eu'. Set VideoGeneration:Providers:kling:Accounts:eu:ApiKey", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("KLING_API_KEY", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vendor_with_one_usable_account_may_be_named()
    {
        await using var app = Configured.App(("Providers:kling:Accounts:eu:ApiKey", "k"));

        Assert.Equal("eu", (await app.GetRequiredService<IVideoGenerator>().PlanAsync(A.Request with { PreferredProviders = ["kling"] }, TestContext.Current.CancellationToken)).Choice!.Account);
    }

    [Fact]
    public async Task Budget_limit_reached()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess(configure: s => s.Configure<BudgetOptions>(o => o.DailyLimitUsd = 0.10m));

        var reached = await Assert.ThrowsAsync<BudgetExceededException>(() => process.GenerateAsync());

        Assert.StartsWith("Budget limit reached: daily budget", reached.Message, StringComparison.Ordinal);
        Assert.Contains("Raise it under VideoGeneration:Budget", reached.Message, StringComparison.Ordinal);
        Assert.Equal((0.30m, 0.10m), (reached.Asked, reached.Available));
        Assert.Equal(0, world.Vendor.Posts);
    }

    [Theory]
    [InlineData(ProviderFailureKind.Authentication, "Check that the API keys are valid")]
    [InlineData(ProviderFailureKind.OutOfCredit, "Add credit to the vendor's account")]
    [InlineData(ProviderFailureKind.Transient, "Check keys, credit and rate limits")]
    public async Task All_providers_failed(ProviderFailureKind kind, string fix)
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Rejected(kind);
        world.Add(new ScriptedProviderOptions { Name = "second" }).Vendor.Default = SubmitScript.Rejected(kind);

        var failed = await Assert.ThrowsAsync<AllProvidersFailedException>(() => world.StartProcess().GenerateAsync());

        Assert.StartsWith("All providers failed: scripted (model): ", failed.Message, StringComparison.Ordinal);
        Assert.Contains("second (model): ", failed.Message, StringComparison.Ordinal);
        Assert.Contains(fix, failed.Message, StringComparison.Ordinal);
        Assert.EndsWith($"RetryFailedAsync(\"{failed.JobId}\") makes new attempts.", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Video_generation_timeout_while_the_vendor_works()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Running });

        var late = await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => world.StartProcess().GenerateAsync(A.Request with { Deadline = TimeSpan.FromMinutes(1) }));

        Assert.StartsWith("Video generation timeout: scripted still works on job", late.Message, StringComparison.Ordinal);
        Assert.Contains($"ResumeAsync(\"{late.JobId}\")", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Video_generation_timeout_before_anything_was_sent()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.MaxConcurrent = 1).Vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Running });
        var process = world.StartProcess();
        await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => process.GenerateAsync(A.Request with { Deadline = TimeSpan.FromMinutes(1) }));

        var late = await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => process.GenerateAsync(A.Request with { IdempotencyKey = "second", Deadline = TimeSpan.FromMinutes(1) }));

        Assert.StartsWith("Video generation timeout: The deadline passed before anything was sent.", late.Message, StringComparison.Ordinal);
        Assert.Contains("longer VideoRequest.Deadline", late.Message, StringComparison.Ordinal);
    }
}
