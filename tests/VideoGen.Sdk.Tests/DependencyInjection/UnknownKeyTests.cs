namespace VideoGen.Sdk.Tests.DependencyInjection;

/// <summary>A mistyped limit is said, and nothing that any class reads is refused.</summary>
public sealed class UnknownKeyTests
{
    [Theory]
    [InlineData("Budgett:DailyLimitUsd", "Budgett", "Budget")]
    [InlineData("MaxAttemps", "MaxAttemps", "MaxAttempts")]
    [InlineData("Budget:DailyLimit", "Budget:DailyLimit", "DailyLimitUsd")]
    [InlineData("Budget:Tenants:acme:DailyLimit", "Budget:Tenants:acme:DailyLimit", "DailyLimitUsd")]
    [InlineData("Providers:kling:MaxConcurent", "Providers:kling:MaxConcurent", "MaxConcurrent")]
    [InlineData("Providers:kling:Accounts:eu:ApiKeys", "Providers:kling:Accounts:eu:ApiKeys", "ApiKey")]
    [InlineData("Providers:klign:MaxConcurrent", "Providers:klign", "kling")]
    public async Task A_key_that_nothing_reads_is_a_fault_that_names_the_nearest(string key, string path, string nearest)
    {
        var fault = Assert.Single(await Configured.FaultsAsync((key, "1")));

        Assert.StartsWith($"VideoGeneration:{path}: nothing reads this key; {nearest} is the nearest known one.", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_key_that_a_class_reads_is_taken_in_any_case()
    {
        Assert.Empty(await Configured.FaultsAsync(
            ("enabled", "true"), ("DefaultProvider", "kling"), ("MaxSlotWait", "00:01:00"), ("Media:Preset", "fast"), ("Webhooks:PublicUrl", "https://app.example/hooks"),
            ("budget:dailylimitusd", "1"), ("Budget:Accounts:kling/default:DailyLimitUsd", "1"), ("Budget:Campaigns:*:PerVideoLimitUsd", "1"),
            ("Providers:kling:ApiKey", "k"), ("Providers:kling:UnitPriceUsd", "0.1"), ("Providers:kling:Priority", "1"), ("Providers:kling:Rates:0:Submissions", "1"),
            ("Providers:kling:Rates:0:Window", "00:01:00"), ("Providers:Kling:Accounts:eu:ApiKey", "k2"), ("Providers:local:Enabled", "false")));
    }
}
