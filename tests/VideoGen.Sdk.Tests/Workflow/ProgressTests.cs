using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class ProgressTests
{
    private static readonly SubmitScript Jittery = SubmitScript.Answers(
        Running(0.1), Running(0.7), Running(0.3), Running(null), Running(0.9), new ProviderJobStatus { State = ProviderJobState.Succeeded, ChargeUsd = 0.25m });

    [Fact]
    public async Task The_share_never_falls_within_an_attempt_and_ends_whole()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(SubmitScript.Fails(ProviderFailureKind.Transient), Jittery);
        var listener = new Listener();
        await world.StartProcess().GenerateAsync(progress: listener);

        foreach (var attempt in listener.Heard.GroupBy(p => p.Attempt))
        {
            Assert.Equal(attempt.Select(p => p.Fraction).Order(), attempt.Select(p => p.Fraction));
            Assert.All(attempt, p => Assert.InRange(p.Fraction, 0, 1));
        }

        Assert.Equal(1, listener.Heard[^1].Fraction);
        Assert.Equal(VideoState.Succeeded, listener.Heard[^1].State);
        Assert.Contains(listener.Heard, p => p.HeldUsd == 0.30m);
        Assert.Equal(0.25m, listener.Heard[^1].ChargedUsd);
    }

    [Fact]
    public async Task The_stages_come_in_the_order_of_the_table()
    {
        await using var world = new TestWorld();
        world.Add();
        var listener = new Listener();
        await world.StartProcess().GenerateAsync(progress: listener);

        Assert.Equal(["Prepare", "Reserve", "Submit", "Wait", "Settle", "Download", "Optimise", "Store"], listener.Heard.Select(p => p.Stage).Distinct());
    }

    [Fact]
    public async Task The_first_step_is_told_to_every_listener()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { IsPaid = false, EstimateUsd = 0m }).Vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Succeeded, ChargeUsd = 0m }) with { ChargeUsd = 0m };
        var process = world.StartProcess();
        var listeners = Enumerable.Range(0, 100).Select(_ => new Listener()).ToList();
        await world.DriveAsync(Task.WhenAll(listeners.Select((l, i) => Task.Run(() => process.BeginAsync(A.Request with { IdempotencyKey = $"k{i}" }, l)))));

        Assert.All(listeners, l => Assert.Equal("Prepare", l.Heard[0].Stage));
    }

    [Fact]
    public async Task A_run_that_nobody_waits_for_begins_all_the_same_and_does_not_keep_the_app_from_ending()
    {
        await using var world = new TestWorld();
        var polled = new TaskCompletionSource();
        world.Add().Vendor.OnStatus = () =>
        {
            polled.TrySetResult();
            return Task.CompletedTask;
        };
        var process = world.StartProcess();
        var owner = await process.Services.GetRequiredService<Owner>().GetAsync(TestContext.Current.CancellationToken);
        var job = new VideoJob { Id = "a0", Request = A.Request, State = VideoState.Running, Stage = "Plan", CreatedAt = TestWorld.Start };
        var created = Assert.IsType<CreateJobResult.Created>(await world.Jobs.CreateAsync(new NewJob { Job = job, Fingerprint = "v1:", OwnerId = owner.OwnerId }, TestContext.Current.CancellationToken));
        process.Services.GetRequiredService<InlineRuns>().Start(created.Stored, owner);
        await polled.Task;

        await process.DisposeAsync();
        Assert.Null((await world.OnlyStoredAsync()).Stamp.OwnerId);
    }

    [Fact]
    public async Task A_stream_of_events_ends_with_the_result()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var events = await world.DriveAsync(Task.Run(async () => await process.Generator.StreamAsync(A.Request).ToListAsync()));

        Assert.IsType<VideoEvent.Completed>(events[^1]);
        Assert.All(events.SkipLast(1), e => Assert.IsType<VideoEvent.Progressed>(e));
        Assert.True(events.Count > 8);
    }

    [Fact]
    public async Task A_stream_throws_the_failure_after_the_last_event()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Rejected(ProviderFailureKind.ContentRejected);
        var process = world.StartProcess();
        var heard = new List<VideoEvent>();

        await Assert.ThrowsAsync<ContentRejectedException>(() => world.DriveAsync(Task.Run(async () =>
        {
            await foreach (var one in process.Generator.StreamAsync(A.Request))
            {
                heard.Add(one);
            }

            return true;
        })));
        Assert.NotEmpty(heard);
    }

    [Fact]
    public async Task A_reader_who_breaks_off_leaves_the_job_resumable()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        await world.DriveAsync(Task.Run(async () => await process.Generator.StreamAsync(A.Request).FirstAsync()));

        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_listener_that_throws_is_its_own_callers_fault_and_stops_nothing()
    {
        await using var world = new TestWorld();
        world.Add();
        var result = await world.StartProcess().GenerateAsync(progress: new Listener(_ => throw new InvalidOperationException("a defect of the listener")));

        await Truth.MustBeFinishedAsync(world, result);
    }

    private static ProviderJobStatus Running(double? share) => new() { State = ProviderJobState.Running, Progress = share };
}
