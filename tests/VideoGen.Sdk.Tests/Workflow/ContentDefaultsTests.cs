using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>What an app says about its content fills what its requests leave open.</summary>
public sealed class ContentDefaultsTests
{
    [Theory]
    [InlineData(true, null, null, "instagram/reels")]
    [InlineData(true, null, "9:16", "instagram/reels")]
    [InlineData(true, null, "16:9", null)]
    [InlineData(false, null, null, null)]
    [InlineData(false, "instagram/reels", null, "instagram/reels")]
    public async Task Optimized_for_Instagram_a_request_without_a_platform_becomes_a_reel(bool optimizes, string? platform, string? ratio, string? made)
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess(configure: s => s.Configure<ContentOptions>(o => o.OptimizeForInstagram = optimizes));
        await process.GenerateAsync(A.Request with { TargetPlatform = platform, AspectRatio = ratio is null ? null : AspectRatio.Parse(ratio) });

        var job = await world.OnlyJobAsync();
        Assert.Equal(made, job.Request.TargetPlatform);
        Assert.Equal(made is null ? ratio ?? "9:16" : "9:16", job.Plans[0].Choice!.AspectRatio.ToString());
    }

    [Fact]
    public async Task A_setting_that_changes_makes_no_other_request_of_a_known_key()
    {
        await using var world = new TestWorld();
        world.Add();
        var first = await world.StartProcess().GenerateAsync();
        var second = await world.StartProcess(configure: s => s.Configure<ContentOptions>(o => o.OptimizeForInstagram = true)).GenerateAsync();

        Assert.Equal(first.JobId, second.JobId);
    }
}
