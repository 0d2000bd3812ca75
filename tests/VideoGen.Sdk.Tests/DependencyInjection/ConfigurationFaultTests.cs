using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;

namespace VideoGen.Sdk.Tests.DependencyInjection;

/// <summary>Whatever is wrong with the configuration is said at once, each with its path and the fix.</summary>
public sealed class ConfigurationFaultTests
{
    [Theory]
    [InlineData("Budget:DailyLimitUsd", "abc")]
    [InlineData("MaxAttempts", "many")]
    [InlineData("MaxSlotWait", "soon")]
    [InlineData("Assets:IsShared", "perhaps")]
    [InlineData("Providers:kling:Priority", "abc")]
    [InlineData("Providers:kling:UnitPriceUsd", "abc")]
    [InlineData("Providers:kling:Accounts:eu:MaxConcurrent", "abc")]
    public async Task A_value_that_cannot_be_read_is_a_fault_with_its_path(string key, string value)
    {
        Assert.Contains(await Configured.FaultsAsync((key, value)), f => f.Contains($"VideoGeneration:{key}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Budget:DailyLimitUsd", "-1")]
    [InlineData("Budget:TimeZone", "Atlantis")]
    [InlineData("Budget:Tenants:acme:MonthlyLimitUsd", "-1")]
    [InlineData("Budget:PerVideoLimitUsd", "-0.01")]
    [InlineData("Budget:MonthlyLimitUsd", "-1")]
    [InlineData("Budget:Accounts:kling:DailyLimitUsd", "-1")]
    [InlineData("Budget:Campaigns:spring:PerVideoLimitUsd", "-1")]
    [InlineData("Budget:OnBudgetExhausted", "7")]
    [InlineData("Budget:PresumeChargedAfter", "00:00:00")]
    [InlineData("Budget:PresumeChargedAfter", "-1.00:00:00")]
    [InlineData("Budget:PresumeChargedAfter", "3661.00:00:00")]
    [InlineData("Budget:UnusualAfterDays", "0")]
    [InlineData("Budget:UnusualAfterDays", "31")]
    [InlineData("Budget:AlertWebhookUrl", "http://alerts.example/hook")]
    [InlineData("Budget:AlertWebhookUrl", "http://127.0.0.1/hook")]
    [InlineData("Budget:AlertWebhookUrl", "https://me:secret@alerts.example/hook")]
    [InlineData("Budget:AlertWebhookUrl", "hook")]
    [InlineData("DefaultProvider", "klingon")]
    [InlineData("FallbackProviders:0", "klingon")]
    [InlineData("MaxSlotWait", "-00:00:01")]
    [InlineData("MaxSlotWait", "10000000.00:00:00")]
    [InlineData("MaxAttempts", "0")]
    [InlineData("MaxAttemptsPerCandidate", "101")]
    [InlineData("Lease", "00:00:01")]
    [InlineData("SubmitDeadline", "50.00:00:00")]
    [InlineData("LookupMargin", "50.00:00:00")]
    [InlineData("PlanLifetime", "50.00:00:00")]
    [InlineData("UnclearCeiling", "50.00:00:00")]
    [InlineData("MaxDownloadBytes", "0")]
    [InlineData("Assets:Path", "")]
    [InlineData("Webhooks:PublicUrl", "webhooks")]
    [InlineData("Webhooks:PublicUrl", "ftp://app.example/webhooks")]
    [InlineData("Webhooks:PublicUrl", "https://app.example/webhooks?tenant=a")]
    [InlineData("Webhooks:PublicUrl", "https://app.example/webhooks?")]
    [InlineData("Webhooks:PublicUrl", "https://app.example/webhooks#here")]
    [InlineData("Providers:kling:CostPerVideoUsd", "-1")]
    [InlineData("Providers:kling:UnknownPriceCeilingUsd", "-1")]
    [InlineData("Providers:kling:MaxConcurrent", "0")]
    [InlineData("Providers:kling:Rates:0:Submissions", "0")]
    [InlineData("Providers:kling:Accounts:eu:CostPerVideoUsd", "-1")]
    public async Task A_value_that_cannot_work_is_a_fault_with_its_path(string key, string value)
    {
        Assert.Contains(await Configured.FaultsAsync((key, value)), f => f.StartsWith($"VideoGeneration:{key}:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_for_alerts_needs_a_secret_and_neither_is_repeated()
    {
        var fault = Assert.Single(await Configured.FaultsAsync(("Budget:AlertWebhookUrl", "https://alerts.example/token-4711")));

        Assert.StartsWith("VideoGeneration:Budget:AlertWebhookSecret: is missing", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", fault, StringComparison.Ordinal);
        Assert.Empty(await Configured.FaultsAsync(("Budget:AlertWebhookUrl", "https://alerts.example/token-4711"), ("Budget:AlertWebhookSecret", "secret-of-enough-bytes-0123456789")));
        Assert.Empty(await Configured.FaultsAsync(
            ("Budget:AlertWebhookUrl", "http://127.0.0.1/hook"), ("Budget:AlertWebhookAllowsLoopback", "true"), ("Budget:AlertWebhookSecret", "secret-of-enough-bytes-0123456789")));
    }

    [Fact]
    public async Task A_rate_without_a_window_is_a_fault()
    {
        Assert.Contains(await Configured.FaultsAsync(("Providers:kling:Rates:0:Submissions", "5")), f => f.StartsWith("VideoGeneration:Providers:kling:Rates:0:Window:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Options_that_an_app_hands_over_are_checked_as_well()
    {
        var faults = await Configured.FaultsAsync(b => b.AddScripted(new ScriptedVideoProvider(new ScriptedProviderOptions(), new ScriptedVendor(TimeProvider.System), TimeProvider.System), new ProviderAccountOptions { CostPerVideoUsd = -1m }));

        Assert.Contains("CostPerVideoUsd: -1", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_all_kinds_are_said_at_once()
    {
        var faults = await Configured.FaultsAsync(
            ("Budget:DailyLimitUsd", "abc"), ("Budget:DailyLimit", "1"), ("MaxAttempts", "0"), ("MaxSlotWait", "soon"), ("Assets:Path", ""),
            ("Catalogue:ModelsJson", "{"), ("Catalogue:PlatformsPath", "no/such/file.json"), ("Webhooks:PublicUrl", "x"), ("Providers:kling:Priority", "abc"), ("Providers:pika:CostPerVideoUsd", "-1"));

        Assert.Equal(10, faults.Count);
    }

    [Fact]
    public async Task A_start_by_the_container_says_the_same_as_the_first_call()
    {
        await using var app = Configured.App(("Assets:Path", ""), ("MaxAttempts", "0"));

        Assert.Equal(2, Assert.Throws<InvalidConfigurationException>(app.GetRequiredService<IVideoGenerator>).Faults.Count);
    }
}
