using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>What goes by age and size, and what never goes.</summary>
public sealed class RetentionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_limits_nothing_goes()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var result = await process.GenerateAsync();
        world.Clock.Pass(TimeSpan.FromDays(3650));

        Assert.Equal(new RetentionReport(0, 0, result.Video.Bytes), await Retention(process).ApplyAsync(Stop));
        Assert.True(File.Exists(result.Video.LocalPath));
    }

    [Fact]
    public async Task Files_go_by_age_counted_from_the_end_of_their_job()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = Start(world, o => o.MaxAge = TimeSpan.FromDays(7));
        var old = await process.GenerateAsync();
        world.Clock.Pass(TimeSpan.FromDays(6));
        var young = await process.GenerateAsync(A.Request with { IdempotencyKey = "young" });
        Assert.Equal(0, (await Retention(process).ApplyAsync(Stop)).Jobs);
        world.Clock.Pass(TimeSpan.FromDays(2));

        Assert.Equal(new RetentionReport(1, old.Video.Bytes, young.Video.Bytes), await Retention(process).ApplyAsync(Stop));
        Assert.Equal((false, true), (File.Exists(old.Video.LocalPath), File.Exists(young.Video.LocalPath)));
        Assert.Equal(0, (await Retention(process).ApplyAsync(Stop)).Jobs);
    }

    [Fact]
    public async Task Above_the_size_the_oldest_go_first()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = Start(world, o => o.MaxTotalBytes = ScriptedVideoProvider.Output.Length * 2);
        var results = new List<VideoResult>();
        for (var i = 0; i < 4; i++)
        {
            results.Add(await process.GenerateAsync(A.Request with { IdempotencyKey = $"clip-{i}" }));
            world.Clock.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, (await Retention(process).ApplyAsync(Stop)).Jobs);
        Assert.Equal([false, false, true, true], results.Select(r => File.Exists(r.Video.LocalPath)));
    }

    [Fact]
    public async Task Finished_videos_stay_where_only_the_others_are_to_go()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = Start(world, o => (o.MaxAge, o.KeepSucceeded) = (TimeSpan.FromDays(1), true));
        var result = await process.GenerateAsync();
        world.Clock.Pass(TimeSpan.FromDays(2));

        Assert.Equal(0, (await Retention(process).ApplyAsync(Stop)).Jobs);
        Assert.True(File.Exists(result.Video.LocalPath));
    }

    [Fact]
    public async Task A_file_that_a_job_still_needs_stays_whatever_its_age()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("jobs.Save", ChaosEffect.DieBefore, 9));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        var source = (await world.OnlyJobAsync()).Source!;
        world.Clock.Pass(TimeSpan.FromDays(30));
        var process = Start(world, o => (o.MaxAge, o.MaxTotalBytes) = (TimeSpan.FromSeconds(1), 0));

        Assert.Equal(0, (await Retention(process).ApplyAsync(Stop)).Jobs);
        Assert.True(File.Exists(source.LocalPath));
    }

    [Fact]
    public async Task A_removed_video_that_is_asked_for_again_is_fetched_and_not_paid_again()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = Start(world, o => o.MaxAge = TimeSpan.FromDays(1));
        await process.GenerateAsync();
        world.Clock.Pass(TimeSpan.FromDays(2));
        await Retention(process).ApplyAsync(Stop);
        var again = await process.GenerateAsync();

        Assert.True(File.Exists(again.Video.LocalPath));
        Assert.Equal(1, world.Vendor.Posts);
    }

    private static TestProcess Start(TestWorld world, Action<RetentionRules> rules) =>
        world.StartProcess(configure: s => s.Configure<AssetOptions>(o => rules(o.Retention)));

    private static AssetRetention Retention(TestProcess process) => process.Services.GetRequiredService<AssetRetention>();
}
