using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

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
        await Turns.UntilAsync(async () => (await world.Jobs.GetOutcomesAsync(job.Id, 1, TestContext.Current.CancellationToken)).Count > 0);

        await Truth.MustBeFinishedAsync(world, await world.DriveAsync(second));
        Assert.Equal((await second).JobId, (await world.DriveAsync(first)).JobId);
        Assert.Single(world.RemoteJobs);
        Assert.Equal(0.25m, (await world.LinesAsync()).Single().ChargedUsd);
        Assert.DoesNotContain("costs.Settle", zombie.Chaos.Writes);
    }

    [Fact]
    public async Task An_owner_frozen_before_it_gives_a_hold_back_does_not_free_what_the_next_owner_spends()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("jobs.SaveIntent", ChaosEffect.DieBefore));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        world.LetLeasesLapse();

        // This one knows no provider, so it gives the hold back; the next one knows it and posts.
        var zombie = Frozen(world, "costs.Withdraw", s => s.Replace(ServiceDescriptor.Singleton(new ProviderRegistry([]))));
        var (first, second) = await TakenOverAsync(world, zombie);
        await MustLeaveTheMoneyAsync(world, zombie);
        await Truth.MustBeFinishedAsync(world, await world.DriveAsync(second));
        await world.DriveAsync(first);
        Assert.Single(world.RemoteJobs);
    }

    [Fact]
    public async Task An_owner_frozen_before_it_holds_does_not_touch_the_hold_of_the_next_owner()
    {
        await using var world = new TestWorld();
        world.Add();
        var zombie = Frozen(world, "costs.Hold");
        var (first, second) = await TakenOverAsync(world, zombie);
        await MustLeaveTheMoneyAsync(world, zombie);
        await Truth.MustBeFinishedAsync(world, await world.DriveAsync(second));
        await world.DriveAsync(first);
        Assert.Single(world.RemoteJobs);
    }

    [Fact]
    public async Task An_owner_frozen_before_it_holds_leaves_no_hold_behind_when_the_job_was_cancelled_meanwhile()
    {
        await using var world = new TestWorld();
        world.Add();
        var zombie = Frozen(world, "costs.Hold");
        var first = zombie.BeginAsync(A.Request);
        await world.DriveToAsync(paused.Task, first);
        zombie.Chaos.IsCutOff = true;
        world.LetLeasesLapse();
        Assert.Equal(CancelOutcome.Cancelled, await world.DriveAsync(world.StartProcess().CancelAsync((await world.OnlyJobAsync()).Id)));

        zombie.Chaos.IsCutOff = false;
        thawed.SetResult();
        await Assert.ThrowsAsync<VideoCancelledException>(() => world.DriveAsync(first));
        Assert.DoesNotContain(await world.LinesAsync(), l => l.State == LineState.Reserved);
        Assert.Empty(world.RemoteJobs);
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

    private TestProcess Frozen(TestWorld world, string write, Action<IServiceCollection>? configure = null) => world.StartProcess(
        new ChaosProcess().PauseBefore(write, () =>
        {
            paused.TrySetResult();
            return thawed.Task;
        }),
        configure);

    // The vendor works on it: whatever the sleeper believed, this money is spent.
    private async Task MustLeaveTheMoneyAsync(TestWorld world, TestProcess zombie)
    {
        var saves = zombie.Chaos.Writes.Count(w => w == "jobs.Save");
        Assert.NotNull((await world.LinesAsync()).Single().StartedAt);
        await ThawAsync(zombie, () => zombie.Chaos.Writes.Count(w => w == "jobs.Save") > saves);
        Assert.Equal((LineState.Reserved, 0.30m), (await world.LinesAsync()).Select(l => (l.State, l.ReservedUsd)).Single());
        Assert.DoesNotContain(await world.EntriesAsync(), e => e.Kind == LedgerEntryKind.Released);
    }

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
        await Turns.UntilAsync(until);
    }
}
