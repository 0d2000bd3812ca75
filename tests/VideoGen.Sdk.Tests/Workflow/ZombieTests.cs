using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A process that was declared dead while it lived, and comes back in the middle of its work.</summary>
public sealed class ZombieTests
{
    private readonly TaskCompletionSource paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource thawed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task An_owner_declared_dead_between_intent_and_POST_never_posts(bool canFind, bool hasReplayKey)
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = canFind, ReplayWindow = hasReplayKey ? TimeSpan.FromHours(20) : null });
        var zombie = Frozen(world, "costs.Start");
        var (first, second) = await TakenOverAsync(world, zombie);
        var postsBefore = world.Vendor.Posts;

        await ThawAsync(zombie, () => zombie.Chaos.Writes.Contains("jobs.RecordOutcome") || hasReplayKey);
        Assert.Equal(postsBefore, world.Vendor.Posts);
        await Truth.MustBeFinishedAsync(world, await world.DriveAsync(second));
        Assert.Equal((await second).JobId, (await world.DriveAsync(first)).JobId);
        Assert.Single(world.RemoteJobs);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_owner_declared_dead_between_POST_and_save_still_leaves_the_outcome_and_the_video_reaches_the_disk(bool canFind)
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = canFind });
        var zombie = Frozen(world, "jobs.RecordOutcome");
        var (first, second) = await TakenOverAsync(world, zombie);

        Assert.Single(world.RemoteJobs);
        var job = await world.OnlyJobAsync();
        await ThawAsync(zombie, () => true);
        while ((await world.Jobs.GetOutcomesAsync(job.Id, 1, TestContext.Current.CancellationToken)).Count == 0)
        {
            await Task.Yield();
        }

        await Truth.MustBeFinishedAsync(world, await world.DriveAsync(second));
        Assert.Equal((await second).JobId, (await world.DriveAsync(first)).JobId);
        Assert.Single(world.RemoteJobs);
        Assert.Equal(0.25m, (await world.LinesAsync()).Single().ChargedUsd);
        Assert.DoesNotContain("costs.Settle", zombie.Chaos.Writes);
    }

    [Fact]
    public async Task A_process_that_slept_too_long_goes_on_under_a_fresh_name()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        await process.GenerateAsync();
        process.Chaos.IsCutOff = true;
        world.LetLeasesLapse();
        process.Chaos.IsCutOff = false;
        foreach (var owner in process.Chaos.Owners)
        {
            await world.Jobs.RetireOwnerAsync(owner, TestContext.Current.CancellationToken);
        }

        await process.GenerateAsync(A.Request with { IdempotencyKey = "other" });
        Assert.Equal(2, process.Chaos.Owners.Count);
    }

    private TestProcess Frozen(TestWorld world, string write) => world.StartProcess(new ChaosProcess().PauseBefore(write, () =>
    {
        paused.TrySetResult();
        return thawed.Task;
    }));

    private async Task<(Task<VideoResult> First, Task<VideoResult> Second)> TakenOverAsync(TestWorld world, TestProcess zombie)
    {
        var first = zombie.BeginAsync(A.Request);
        await world.DriveToAsync(paused.Task, first);
        zombie.Chaos.IsCutOff = true;
        world.LetLeasesLapse();
        var second = world.StartProcess().BeginAsync(A.Request);
        for (var next = world.Clock.NextSleeper; world.Clock.Sleepers == 0; next = world.Clock.NextSleeper)
        {
            Assert.NotSame(second, await Task.WhenAny(next, second));
        }

        Assert.NotEqual(zombie.Chaos.Owners.Single(), (await world.OnlyStoredAsync()).Stamp.OwnerId);
        return (first, second);
    }

    private async Task ThawAsync(TestProcess zombie, Func<bool> until)
    {
        zombie.Chaos.IsCutOff = false;
        thawed.SetResult();
        while (!until())
        {
            await Task.Yield();
        }
    }
}
