using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Platforms;

namespace VideoGen.Sdk.Tests.Platforms;

/// <summary>What the target platform decides before any money is held: over the vendors as their catalogues stand.</summary>
public sealed class PlatformPlanTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("instagram", "9:16", 1080)]
    [InlineData("x", "9:16", 720)]
    [InlineData("snapchat", "9:16", 1080)]
    [InlineData("pinterest", "9:16", 1080)]
    public async Task The_platform_chooses_shape_length_and_resolution_at_every_vendor(string platform, string ratio, int lines)
    {
        var specs = PlatformCatalogue.Embedded.Get(platform);
        var plan = await PlanAsync(new VideoRequest { Prompt = "a red fox", TargetPlatform = platform });

        Assert.True(plan.Candidates.Select(c => c.Provider).Distinct().Count() >= 3, string.Join("; ", plan.Exclusions.Select(e => $"{e.Provider}: {e.Reason}")));
        Assert.All(plan.Candidates.Where(c => c.AspectRatio is not null), c => Assert.True(c.AspectRatio!.Value.IsSameShapeAs(AspectRatio.Parse(ratio)), $"{c.Provider} {c.AspectRatio}"));
        Assert.All(plan.Candidates.Where(c => c.Duration is not null), c => Assert.InRange(c.Duration!.Value.TotalSeconds, specs.MinDuration, specs.MaxDuration));
        Assert.Contains(plan.Candidates, c => c.Resolution?.Lines == lines);
    }

    [Fact]
    public async Task A_model_whose_every_length_the_platform_refuses_is_left_out_with_the_reason()
    {
        var overlay = """{"platforms":[{"id":"long/form","aspectRatio":"9:16","width":1080,"height":1920,"maxDuration":600,"minDuration":300,"maxFileSizeMb":100,"optimal":{"duration":400,"aspectRatio":"9:16","width":1080,"height":1920}}]}""";
        var plan = await PlanAsync(new VideoRequest { Prompt = "a red fox", TargetPlatform = "long" }, PlatformCatalogue.Embedded.With(PlatformCatalogue.Parse(overlay)));

        Assert.DoesNotContain(plan.Candidates, c => c.Duration < TimeSpan.FromSeconds(300));
        Assert.Contains(plan.Exclusions, e => e.Reason.Contains("long/form takes 300 to 600 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(91, null, "instagram/reels", "Duration", "3 to 90 s")]
    [InlineData(2.9, null, "instagram", "Duration", "3 to 90 s")]
    [InlineData(4, null, "snapchat/spotlight", "Duration", "5 to 60 s")]
    [InlineData(10, "16:9", "tiktok/video", "AspectRatio", "9:16")]
    public async Task A_wish_that_the_platform_would_refuse_is_refused_before_any_money_is_held(double seconds, string? exactRatio, string platform, string field, string says)
    {
        var request = new VideoRequest { Prompt = "a red fox", TargetPlatform = platform, Duration = TimeSpan.FromSeconds(seconds) };
        if (exactRatio is not null)
        {
            request = request with { AspectRatio = AspectRatio.Parse(exactRatio), Exact = ExactWishes.AspectRatio };
        }

        var refused = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => PlanAsync(request));

        Assert.Contains($"{field}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shape_than_the_platforms_is_made_and_refitted_when_nobody_insists()
    {
        var plan = await PlanAsync(new VideoRequest { Prompt = "a red fox", TargetPlatform = "tiktok", AspectRatio = AspectRatio.Landscape });

        Assert.NotEmpty(plan.Candidates);
    }

    private static async Task<VideoPlan> PlanAsync(VideoRequest request, PlatformCatalogue? platforms = null)
    {
        var services = new ServiceCollection();
        if (platforms is not null)
        {
            services.AddSingleton(platforms);
        }

        services.AddVideoGeneration().AddKling(o => o.ApiKey = "k").AddRunway(o => o.ApiKey = "k").AddFal(o => o.ApiKey = "k");
        await using var app = services.BuildServiceProvider();
        return await app.GetRequiredService<IVideoGenerator>().PlanAsync(request, Stop);
    }
}
