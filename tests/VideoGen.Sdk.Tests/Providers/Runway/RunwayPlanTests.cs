using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

/// <summary>What a user gets from the catalogue without naming a model.</summary>
public sealed class RunwayPlanTests
{
    private static readonly VideoRequest Words = new() { Prompt = "a lighthouse" };

    public static TheoryData<VideoRequest, string> Requests => new()
    {
        { Words, "gen4.5 5 s 1280:720 720p silent 0.60" },
        { Words with { AspectRatio = AspectRatio.Portrait, Duration = TimeSpan.FromSeconds(8) }, "gen4.5 8 s 720:1280 720p silent 0.96" },
        { Words with { Sound = true }, "veo3.1_fast 4 s 1280:720 720p sound 0.60" },
        { Words with { Sound = true, AspectRatio = AspectRatio.Square }, "seedance2_mini 5 s 960:960 960p sound 0.80" },
        { Words with { Duration = TimeSpan.FromSeconds(20), AspectRatio = AspectRatio.Portrait }, "seedance2_5 20 s 720:1280 720p sound 6.00" },
        { Words with { Model = "seedance2", AspectRatio = AspectRatio.Square, Resolution = VideoResolution.FullHd }, "seedance2 5 s 1440:1440 1440p sound 2.00" },
        { Words with { Model = "hailuo3", AspectRatio = AspectRatio.Portrait, Resolution = VideoResolution.FullHd }, "hailuo3 5 s 9:16 1440p silent 0.75" },
        { Words with { Model = "wan3", ReferenceImages = [Picture(ReferenceRole.FirstFrame)] }, "wan3 5 s - 720p sound 0.50" },
        { Words with { ReferenceImages = [Picture(ReferenceRole.FirstFrame)], AspectRatio = AspectRatio.Square }, "gen4.5 5 s 960:960 - silent 0.60" },
        { Words with { ReferenceImages = [Picture(ReferenceRole.Subject)] }, "seedance2_mini 5 s 1280:720 720p sound 0.80" },
        { Words with { SourceVideo = Clip(4) }, "aleph2 - - - silent 1.12" },
        { Words with { SourceVideo = Clip(4), AspectRatio = AspectRatio.Portrait }, "aleph2 - 9:16 - silent 1.12" },
        { Words with { Operation = VideoOperation.CharacterPerformance, SourceVideo = Clip(6), ReferenceImages = [Picture(ReferenceRole.Subject)] }, "act_two - 1280:720 720p silent 0.30" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_first_model_that_can_do_a_request_is_planned_at_its_price(VideoRequest request, string expected)
    {
        var plan = await PlanAsync(request, ("VideoGeneration:Providers:runway:ApiKey", "k"));

        var c = Assert.Single(plan.Candidates);
        Assert.Equal(expected, FormattableString.Invariant(
            $"{c.Model} {(c.Duration is { } d ? d.TotalSeconds + " s" : "-")} {(c.AspectRatio is { } r ? r : "-")} {(c.Resolution is { } v ? v : "-")} {(c.Sound ? "sound" : "silent")} {c.EstimateUsd:0.00}"));
    }

    [Theory]
    [InlineData("gen4_aleph", "retired since 2026-07-30")]
    [InlineData("some_new_model", "price is unknown")]
    public async Task A_model_that_is_gone_or_has_no_price_is_left_out_with_the_reason(string model, string reason) =>
        Assert.Contains(reason, Reason(await PlanAsync(Words with { Model = "runway/" + model }, ("VideoGeneration:Providers:runway:ApiKey", "k")), "runway"), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://api.openai.com/v1", "retired since 2026-09-24")]
    [InlineData("https://gateway.example", "price is unknown")]
    [InlineData("", "BaseUrl")]
    public async Task The_shape_of_openai_is_left_out_with_the_reason(string baseUrl, string reason) =>
        Assert.Contains(reason, Reason(await PlanAsync(Words, ("OPENAI_API_KEY", "k"), ("VideoGeneration:Providers:openai:BaseUrl", baseUrl)), "openai"), StringComparison.Ordinal);

    [Fact]
    public async Task A_gateway_with_a_declared_price_is_a_candidate_with_any_model()
    {
        var plan = await PlanAsync(
            Words with { Model = "openai/vendor/free-form", Duration = TimeSpan.FromSeconds(7) },
            ("OPENAI_API_KEY", "k"), ("VideoGeneration:Providers:openai:BaseUrl", "https://gateway.example"), ("VideoGeneration:Providers:openai:CostPerVideoUsd", "0.5"));

        Assert.Equal(("openai", "vendor/free-form", 0.5m), Assert.Single(plan.Candidates) is var c ? (c.Provider, c.Model, c.EstimateUsd) : default);
    }

    private static ReferenceMedia Picture(ReferenceRole role) => ReferenceMedia.FromUrl(new Uri("https://img.example/a.png"), role);

    private static ReferenceMedia Clip(int seconds) => new() { Url = new Uri("https://v.example/a.mp4"), Duration = TimeSpan.FromSeconds(seconds) };

    private static string Reason(VideoPlan plan, string provider) => Assert.Single(plan.Exclusions, e => e.Provider == provider).Reason;

    private static async Task<VideoPlan> PlanAsync(VideoRequest request, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddVideoGeneration(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IVideoGenerator>().PlanAsync(request, TestContext.Current.CancellationToken);
    }
}
