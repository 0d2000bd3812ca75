using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class ResumeTests
{
    [Fact]
    public async Task A_job_without_a_key_is_carried_on_by_its_id()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("assets.Save", ChaosEffect.DieBefore, 2));
        await dead.TryGenerateAsync(A.Request with { IdempotencyKey = null });
        world.LetLeasesLapse();
        var job = await world.OnlyJobAsync();

        var result = await world.DriveAsync(world.StartProcess().Generator.ResumeAsync(job.Id, null, TestContext.Current.CancellationToken));

        Assert.Equal(job.Id, result.JobId);
        await Truth.MustBeFinishedAsync(world, result);
        Assert.Single(world.RemoteJobs);
    }

    [Fact]
    public async Task Resuming_a_job_that_does_not_exist_says_so()
    {
        await using var world = new TestWorld();
        world.Add();

        var missing = await Assert.ThrowsAsync<VideoGenerationException>(() => world.StartProcess().Generator.ResumeAsync("nosuchjob", null, TestContext.Current.CancellationToken));

        Assert.Equal("nosuchjob", missing.JobId);
    }

    [Fact]
    public async Task Waiting_longer_or_risking_more_is_the_same_wish_under_the_same_key()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var first = await process.GenerateAsync(A.Request with { Deadline = TimeSpan.FromHours(1) });

        var second = await process.GenerateAsync(A.Request with { Deadline = TimeSpan.FromHours(9), PerVideoLimitUsd = 5m, AllowPossibleDoubleCharge = false });

        Assert.Equal(first.JobId, second.JobId);
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_stored_result_whose_file_is_gone_is_fetched_again_for_nothing()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var first = await process.GenerateAsync();
        File.Delete(first.Video.LocalPath!);

        var again = await world.StartProcess().GenerateAsync();

        Assert.Equal((first.JobId, first.CostUsd, 1), (again.JobId, again.CostUsd, world.Vendor.Posts));
        Assert.Equal(ScriptedVideoProvider.Output.ToArray(), await File.ReadAllBytesAsync(again.Video.LocalPath!, TestContext.Current.CancellationToken));
        await Truth.MustBeFinishedAsync(world, again);
    }

    [Fact]
    public async Task A_stored_result_whose_file_is_gone_everywhere_is_said_and_not_handed_out()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Downloads = [ScriptedDownload.Whole, .. Enumerable.Repeat(ScriptedDownload.Missing, 10)] };
        var process = world.StartProcess();
        var result = await process.GenerateAsync();
        File.Delete(result.Video.LocalPath!);

        var gone = await Assert.ThrowsAsync<VideoGen.Sdk.Assets.AssetStoreException>(() => process.GenerateAsync());

        Assert.Equal(result.JobId, gone.JobId);
        Assert.Contains("could not be fetched again", gone.Message, StringComparison.Ordinal);
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_deadline_beyond_reason_and_a_format_beside_a_ratio_are_refused_by_their_field()
    {
        await using var world = new TestWorld();
        world.Add();
        var request = A.Request with { Deadline = TimeSpan.MaxValue, AspectRatio = AspectRatio.Landscape, Format = new VideoFormat { Width = 1080, Height = 1920 } };

        var refused = await Assert.ThrowsAsync<InvalidVideoRequestException>(() => world.StartProcess().GenerateAsync(request));

        Assert.Contains(refused.Faults, f => f.StartsWith("Deadline:", StringComparison.Ordinal));
        Assert.Contains(refused.Faults, f => f.StartsWith("Format:", StringComparison.Ordinal));
    }
}
