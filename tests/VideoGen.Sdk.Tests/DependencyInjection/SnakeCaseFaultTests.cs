using Microsoft.Extensions.DependencyInjection;

namespace VideoGen.Sdk.Tests.DependencyInjection;

/// <summary>Whoever writes snake_case is told of faults in snake_case, at the path where they wrote them.</summary>
public sealed class SnakeCaseFaultTests
{
    [Theory]
    [InlineData("video_generation:budget:daily_limit", "daily_limit_usd")]
    [InlineData("video_generation:budget:per_vidoe_limit_usd", "per_video_limit_usd")]
    [InlineData("video_generation:budget:tenants:acme:daily_limit", "daily_limit_usd")]
    [InlineData("video_generation:defaultt_provider", "default_provider")]
    [InlineData("video_generation:providers:klign", "kling")]
    [InlineData("video_generation:providers:kling:prioritty", "priority")]
    [InlineData("video_generation:providers:kling:accounts:eu:api_keys", "api_key")]
    [InlineData("content:video_generation:trending_topic", "trending_topics")]
    public async Task A_key_that_nothing_reads_is_a_fault_that_names_the_nearest(string key, string nearest)
    {
        var fault = Assert.Single(await FaultsAsync((key, "1")));

        Assert.StartsWith($"{key}: nothing reads this key; {nearest} is the nearest known one.", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("video_generation:budget:daily_limit_usd", "-1")]
    [InlineData("video_generation:max_attempts", "0")]
    [InlineData("video_generation:default_provider", "klingon")]
    [InlineData("video_generation:fallback_providers:0", "klingon")]
    [InlineData("video_generation:providers:kling:cost_per_video", "-1")]
    [InlineData("content:video_ratio", "1.5")]
    [InlineData("content:video_ratio", "-0.1")]
    [InlineData("content:video_ratio", "NaN")]
    [InlineData("video_generation:providers:kling:tenants:0", " ")]
    public async Task A_value_that_cannot_work_is_a_fault_at_the_path_where_it_is_written(string key, string value)
    {
        Assert.Contains(await FaultsAsync((key, value)), f => f.StartsWith($"{key}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_of_another_kind_is_a_fault_at_the_path_where_it_is_written()
    {
        Assert.Contains(await FaultsAsync(("video_generation:budget:daily_limit_usd", "ten")), f => f.Contains("'video_generation:budget:daily_limit_usd'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_named_there_without_a_key_is_told_where_to_put_it_in_that_spelling()
    {
        var fault = Assert.Single(await FaultsAsync(("video_generation:default_provider", "kling")));

        Assert.Equal("video_generation:default_provider: No API key found for provider 'kling'. Set video_generation:providers:kling:api_key or KLING_API_KEY.", fault);
    }

    [Fact]
    public async Task Faults_of_the_other_spelling_keep_theirs()
    {
        var faults = await FaultsAsync(("VideoGeneration:MaxAttempts", "0"), ("video_generation:max_attempts_per_candidate", "0"));

        Assert.Contains(faults, f => f.StartsWith("VideoGeneration:MaxAttempts: ", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("video_generation:max_attempts_per_candidate: ", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(params (string Key, string Value)[] settings)
    {
        await using var app = SeedFiles.With(settings);
        var e = await Assert.ThrowsAsync<InvalidConfigurationException>(() => app.GetRequiredService<IVideoGenerator>().PlanAsync(new VideoRequest { Prompt = "a red kite" }, TestContext.Current.CancellationToken));
        return e.Faults;
    }
}
