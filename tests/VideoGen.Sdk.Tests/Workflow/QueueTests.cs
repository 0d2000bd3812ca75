using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>The queue as an app sees it.</summary>
public sealed class QueueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_makes_one_job_and_another_request_under_it_is_refused_with_both_fingerprints()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        var request = A.Request with { IdempotencyKey = "spring" };

        var made = await app.Queue.EnqueueAsync([request, request], cancellationToken: Stop);
        Assert.Equal([true, false], made.Select(one => one.IsNew));
        Assert.Equal(made[0].JobId, made[1].JobId);
        var refusal = await Assert.ThrowsAsync<IdempotencyConflictException>(() => app.EnqueueAsync(request with { Prompt = "something else" }));
        Assert.NotEqual(refusal.ExistingFingerprint, refusal.GivenFingerprint);
        Assert.Equal((1L, 0L), await app.Queue.CountAsync(Stop) is var counts ? (counts[VideoState.Queued], counts[VideoState.Failed]) : default);
        Assert.Equal(made[0].JobId, Assert.Single(await app.Queue.ListAsync(new JobQuery { State = VideoState.Queued }, Stop)).Id);
    }

    [Fact]
    public async Task A_request_that_nobody_can_do_and_a_priority_that_is_none_are_refused_at_the_door()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);

        await Assert.ThrowsAsync<InvalidVideoRequestException>(() => app.EnqueueAsync(A.Request with { Prompt = " " }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => app.EnqueueAsync(options: new EnqueueOptions { Priority = (VideoPriority)9 }));
        Assert.Empty(await world.Jobs.ListAsync(new JobQuery(), Stop));
    }

    [Fact]
    public async Task An_app_without_worker_runs_what_waits()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        await app.EnqueueAsync();
        await app.EnqueueAsync();

        Assert.Equal(2, await world.DriveAsync(app.Queue.ResumeAsync(Stop)));
        Assert.Equal(2, (await app.Queue.CountAsync(Stop))[VideoState.Succeeded]);
        Assert.Equal(2, world.RemoteJobs.Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("scripted")]
    public async Task A_pause_begins_nothing_new_through_either_door_until_it_ends(string? provider)
    {
        await using var world = new TestWorld();
        world.Add();
        var worker = await WorkerProcess.StartAsync(world);
        await worker.Queue.PauseAsync(provider, Stop);
        Assert.Equal(provider, Assert.Single(await worker.Queue.GetPausesAsync(Stop)).Provider);
        var job = await worker.EnqueueAsync();
        var inline = worker.Process.BeginAsync();
        await world.DriveAsync(Later(), inline);
        Assert.Empty(world.RemoteJobs);

        await worker.Queue.EndPauseAsync(provider, Stop);
        await world.DriveAsync(inline);
        Assert.Equal(VideoState.Succeeded, await worker.EndOfAsync(job));
        Assert.Equal(2, world.RemoteJobs.Count());

        async Task<bool> Later()
        {
            await Task.Delay(TimeSpan.FromMinutes(5), world.Clock, Stop);
            return true;
        }
    }

    [Fact]
    public async Task A_job_that_has_not_begun_is_cancelled_for_nothing()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        var job = await app.EnqueueAsync();

        Assert.Equal(CancelOutcome.Cancelled, await app.Queue.CancelAsync(job, Stop));
        Assert.Equal(CancelOutcome.AlreadyEnded, await app.Queue.CancelAsync(job, Stop));
        Assert.Equal(CancelOutcome.NotFound, await app.Queue.CancelAsync("nobody", Stop));
        Assert.Empty(world.RemoteJobs);
    }

    [Fact]
    public async Task A_parked_job_is_put_back_and_made()
    {
        await using var world = new TestWorld();
        world.Add();
        var worker = await WorkerProcess.StartAsync(world, places: null);
        var job = await worker.EnqueueAsync();
        await world.Jobs.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "person", Kind = "inline", Machine = "test", Lease = TimeSpan.FromSeconds(30) }, Stop);
        var taken = Assert.IsType<TakeResult.Taken>(await world.Jobs.TakeAsync(job, "person", cancellationToken: Stop)).Stored;
        await world.Jobs.SaveAsync(taken.Job with { State = VideoState.Parked, Stage = "Gone", Reason = "This release knows no stage 'Gone'." }, taken.Stamp, keepOwner: false, Stop);

        Assert.True(await worker.Queue.RequeueAsync(job, Stop));
        Assert.False(await worker.Queue.RequeueAsync(job, Stop));
        await worker.StartWorkerAsync();
        Assert.Equal(VideoState.Succeeded, await worker.EndOfAsync(job));
    }
}
