using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class DownloadTests
{
    [Theory]
    [InlineData(ScriptedDownload.ExpiredLink)]
    [InlineData(ScriptedDownload.BreaksOff)]
    [InlineData(ScriptedDownload.EndsShort)]
    [InlineData(ScriptedDownload.Empty)]
    [InlineData(ScriptedDownload.Missing)]
    public async Task A_broken_download_is_tried_again_until_the_whole_file_is_there(ScriptedDownload broken)
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Downloads = [broken, broken, broken] };
        var result = await world.StartProcess().GenerateAsync();

        await Truth.MustBeFinishedAsync(world, result);
        Assert.Equal(ScriptedVideoProvider.Output.ToArray(), await File.ReadAllBytesAsync(result.Video.LocalPath!, TestContext.Current.CancellationToken));
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_file_that_needs_no_fitting_is_named_a_video()
    {
        await using var world = new TestWorld();
        world.Add();
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal($"{result.JobId}-a1-video", result.Video.Id);
    }

    [Fact]
    public async Task A_paid_file_is_never_given_up_and_comes_home_when_it_can_be_had()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Downloads = [.. Enumerable.Repeat(ScriptedDownload.ExpiredLink, 10)] };
        var process = world.StartProcess();
        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());
        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());
        await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());

        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_full_disk_keeps_the_paid_video_within_reach()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess(new ChaosProcess().At("assets.Save", ChaosEffect.Fail, 2));
        var attention = await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());

        Assert.Contains("disk is full", attention.Message, StringComparison.Ordinal);
        Assert.Equal(LineState.Charged, Assert.Single(await world.LinesAsync()).State);
        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
    }

    [Fact]
    public async Task Nothing_is_paid_for_a_video_that_has_nowhere_to_go()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess(new ChaosProcess().At("assets.Save", ChaosEffect.Fail));

        await Assert.ThrowsAsync<Sdk.Assets.AssetStoreException>(() => process.GenerateAsync());
        Assert.Equal(0, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_file_that_vanished_or_was_cut_before_it_was_handed_out_is_fetched_again()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("jobs.Save", ChaosEffect.DieBefore, 9));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        var source = (await world.OnlyJobAsync()).Source!;
        await File.WriteAllBytesAsync(source.LocalPath!, new byte[] { 1, 2, 3 }, TestContext.Current.CancellationToken);
        world.LetLeasesLapse();
        var result = await world.StartProcess().GenerateAsync();

        await Truth.MustBeFinishedAsync(world, result);
        Assert.Equal(ScriptedVideoProvider.Output.Length, new FileInfo(result.Video.LocalPath!).Length);
        Assert.Equal(2, world.Vendor.Jobs[0].Downloads);
    }
}
