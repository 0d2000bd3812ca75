using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>The worker: what it begins, when, and how it ends.</summary>
public sealed class WorkerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_enqueued_is_made_once_and_paid_once()
    {
        await using var world = new TestWorld();
        world.Add();
        var worker = await WorkerProcess.StartAsync(world);
        var jobs = new[] { await worker.EnqueueAsync(), await worker.EnqueueAsync(), await worker.EnqueueAsync() };

        foreach (var job in jobs)
        {
            Assert.Equal(VideoState.Succeeded, await worker.EndOfAsync(job));
        }

        Assert.Equal(3, world.RemoteJobs.Count());
        Assert.Equal(0.75m, (await world.LinesAsync()).Sum(line => line.ChargedUsd));
    }

    [Fact]
    public async Task A_job_that_waits_for_its_vendor_takes_no_place()
    {
        await using var world = new TestWorld();
        world.Add();
        var worker = await WorkerProcess.StartAsync(world, places: 1);
        for (var i = 0; i < 9; i++)
        {
            await worker.EnqueueAsync();
        }

        // No time passes here, so none of them can be finished.
        await Turns.UntilAsync(() => world.RemoteJobs.Count() == 9);
    }

    [Fact]
    public async Task A_worker_claims_no_more_than_its_free_places()
    {
        await using var world = new TestWorld();
        world.Add();
        var (held, open) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var chaos = new ChaosProcess().PauseBefore("jobs.SaveIntent", Hold).PauseBefore("jobs.SaveIntent", Hold, 2);
        var worker = await WorkerProcess.StartAsync(world, places: 2, chaos);
        for (var i = 0; i < 6; i++)
        {
            await worker.EnqueueAsync();
        }

        await Turns.UntilAsync(() => held == 2);
        Assert.Equal(2, (await world.Jobs.ListAsync(new JobQuery(), Stop)).Count(job => job.Stamp.OwnerId is not null));
        open.SetResult();
        await Turns.UntilAsync(() => world.RemoteJobs.Count() == 6);

        Task Hold()
        {
            Interlocked.Increment(ref held);
            return open.Task;
        }
    }

    [Fact]
    public async Task An_urgent_job_is_begun_before_those_that_came_first()
    {
        await using var world = new TestWorld();
        world.Add();
        var worker = await WorkerProcess.StartAsync(world, places: null);
        await worker.EnqueueAsync();
        var urgent = await worker.EnqueueAsync(options: new EnqueueOptions { Priority = VideoPriority.Urgent });
        var runner = await WorkerProcess.StartAsync(world, places: 1, new ChaosProcess().At("jobs.Claim", ChaosEffect.DieAfter));

        await Turns.UntilAsync(() => runner.Process.Chaos.IsDead);
        var owned = (await world.Jobs.ListAsync(new JobQuery(), Stop)).Single(job => job.Stamp.OwnerId is not null);
        Assert.Equal(urgent, owned.Job.Id);
    }

    [Fact]
    public async Task A_job_starts_no_earlier_than_asked()
    {
        await using var world = new TestWorld();
        world.Add();
        var worker = await WorkerProcess.StartAsync(world);
        var job = await worker.EnqueueAsync(options: new EnqueueOptions { NotBefore = TestWorld.Start.AddHours(3) });
        Assert.Equal(VideoState.Scheduled, (await worker.Queue.GetAsync(job, Stop))!.State);

        Assert.Equal(VideoState.Succeeded, await worker.EndOfAsync(job));
        Assert.True(Assert.Single(await world.LinesAsync()).ReservedAt >= TestWorld.Start.AddHours(3));
    }

    [Fact]
    public async Task A_graceful_stop_hands_jobs_back_and_the_next_worker_goes_on_without_paying_again()
    {
        await using var world = new TestWorld();
        world.Add();
        var first = await WorkerProcess.StartAsync(world);
        var job = await first.EnqueueAsync();
        await Turns.UntilAsync(async () => (await world.OnlyJobAsync()).State == VideoState.Waiting);

        await first.StopAsync();
        Assert.Null((await world.OnlyStoredAsync()).Stamp.OwnerId);
        Assert.Equal(VideoState.Succeeded, await (await WorkerProcess.StartAsync(world)).EndOfAsync(job));
        Assert.Single(world.RemoteJobs);
    }

    [Theory]
    [InlineData("costs.Start")]
    [InlineData("jobs.RecordOutcome")]
    [InlineData("costs.Settle")]
    public async Task What_a_killed_worker_leaves_is_finished_by_another_and_paid_at_most_once(string write)
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = true });
        var dying = await WorkerProcess.StartAsync(world, chaos: new ChaosProcess().At(write, ChaosEffect.DieAfter));
        var other = await WorkerProcess.StartAsync(world, places: null);
        var job = await other.EnqueueAsync();
        if (write == "costs.Settle")
        {
            await world.DriveToAsync(DeathOf(dying), other.WatchAsync(job));
        }

        await DeathOf(dying);
        world.LetLeasesLapse();
        await other.StartWorkerAsync();

        var state = await other.EndOfAsync(job);
        Assert.True(write == "costs.Start" ? state == VideoState.NeedsAttention : state == VideoState.Succeeded, state.ToString());
        Assert.Equal(write == "costs.Start" ? 0 : 1, world.RemoteJobs.Count());
    }

    private static Task DeathOf(WorkerProcess worker) => Turns.UntilAsync(() => worker.Process.Chaos.IsDead);
}
