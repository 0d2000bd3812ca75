using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class SlotTests
{
    [Fact]
    public async Task A_slot_that_comes_soon_is_waited_for_without_a_hold()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromMinutes(1) }));
        var second = world.Add(new ScriptedProviderOptions { Name = "second" });
        var process = world.StartProcess();
        await process.GenerateAsync();
        var waited = await process.GenerateAsync(A.Request with { IdempotencyKey = "other" });

        Assert.Equal("scripted", waited.Provider);
        var starts = (await world.LinesAsync()).Select(l => l.StartedAt!.Value).ToList();
        Assert.True(starts[1] - starts[0] >= TimeSpan.FromMinutes(1));
        Assert.True((await world.LinesAsync())[1].ReservedAt >= starts[0] + TimeSpan.FromMinutes(1), "nothing is held while it waits");
        Assert.Equal(0, second.Vendor.Posts);
    }

    [Fact]
    public async Task A_slot_that_comes_late_leaves_the_video_to_the_next_provider()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromHours(1) }));
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var process = world.StartProcess();
        await process.GenerateAsync();

        Assert.Equal("second", (await process.GenerateAsync(A.Request with { IdempotencyKey = "other" })).Provider);
    }

    [Fact]
    public async Task With_nobody_left_the_job_is_scheduled_for_the_earliest_slot()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromHours(1) }));
        world.Add(new ScriptedProviderOptions { Name = "second" }, a => a.Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromHours(6) }));
        var process = world.StartProcess();
        await process.GenerateAsync();
        await process.GenerateAsync(A.Request with { IdempotencyKey = "other" });
        var listener = new Listener();
        var third = await process.GenerateAsync(A.Request with { IdempotencyKey = "third" }, listener);

        Assert.Equal("scripted", third.Provider);
        Assert.InRange(third.CompletedAt - third.CreatedAt, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(70));
        Assert.Contains(listener.Heard, p => p.State == VideoState.Scheduled && p.Message!.StartsWith("waits for a slot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deadline_before_the_next_slot_fails_the_job_in_time_and_for_nothing()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromHours(1) }));
        var process = world.StartProcess();
        await process.GenerateAsync();
        var before = world.Clock.GetUtcNow();

        await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => process.GenerateAsync(A.Request with { IdempotencyKey = "other", Deadline = TimeSpan.FromMinutes(5) }));
        Assert.InRange(world.Clock.GetUtcNow() - before, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Assert.Single(await world.LinesAsync());
    }

    [Fact]
    public async Task Never_more_run_at_once_than_the_account_has_places()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.MaxConcurrent = 2).Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 5), .. new SubmitScript().Statuses] };
        var most = 0;
        world.Vendor.OnSubmit = async _ =>
        {
            var open = (await world.LinesAsync()).Count(l => l.Outcome is null);
            most = Math.Max(most, open);
        };
        var process = world.StartProcess();
        var results = await world.DriveAsync(Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => process.BeginAsync(A.Request with { IdempotencyKey = $"k{i}" })))));

        Assert.Equal(6, results.Length);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task A_running_place_is_waited_for_in_memory()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.MaxConcurrent = 1).Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 30), .. new SubmitScript().Statuses] };
        var first = await WaitingAsync(world);
        var process = world.StartProcess();
        var listener = new Listener();
        var second = await world.DriveAsync(process.BeginAsync(A.Request with { IdempotencyKey = "other" }, listener), first);

        Assert.True(second.CompletedAt - second.CreatedAt > TimeSpan.FromMinutes(2), "it had to wait");
        Assert.Contains(listener.Heard, p => p.State == VideoState.Scheduled && p.Message!.StartsWith("waits for a slot", StringComparison.Ordinal));
        Assert.InRange(process.Chaos.Writes.Count(w => w == "jobs.Save"), 8, 14);
        await first;
    }

    [Fact]
    public async Task A_running_place_that_does_not_come_is_waited_for_no_longer_than_any_other_slot()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.MaxConcurrent = 1).Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 300), .. new SubmitScript().Statuses] };
        world.Add(new ScriptedProviderOptions { Name = "second" }, a => a.Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromMinutes(3.5) }));
        await world.StartProcess().GenerateAsync(A.Request with { IdempotencyKey = "before", PreferredProviders = ["second"] });
        var first = await WaitingAsync(world);
        var listener = new Listener();
        var result = await world.DriveAsync(world.StartProcess().BeginAsync(A.Request with { IdempotencyKey = "other" }, listener), first);

        Assert.Equal("second", result.Provider);
        Assert.Contains(listener.Heard, p => p.Message?.StartsWith("waits for a slot: second", StringComparison.Ordinal) == true);
        Assert.InRange(result.CompletedAt - result.CreatedAt, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(6));
        await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => world.DriveAsync(first));
    }

    [Fact]
    public async Task A_running_place_is_not_waited_for_while_another_provider_could_start_at_once()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.MaxConcurrent = 1).Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 60), .. new SubmitScript().Statuses] };
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var first = await WaitingAsync(world);
        var listener = new Listener();
        var result = await world.DriveAsync(world.StartProcess().BeginAsync(A.Request with { IdempotencyKey = "other" }, listener), first);

        Assert.Equal("second", result.Provider);
        Assert.DoesNotContain(listener.Heard, p => p.State == VideoState.Scheduled);
        await world.DriveAsync(first);
    }

    [Fact]
    public async Task A_submission_that_was_not_sent_gives_its_slot_back()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromHours(1) })).Vendor.Then(new SubmitScript { Submit = ScriptedSubmit.NotSent });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(2, result.Attempts);
        Assert.True(result.CompletedAt - result.CreatedAt < TimeSpan.FromMinutes(5));
    }

    private static async Task<Task<VideoResult>> WaitingAsync(TestWorld world)
    {
        var point = new TaskCompletionSource();
        world.Vendor.OnStatus = () =>
        {
            point.TrySetResult();
            return Task.CompletedTask;
        };
        var first = world.StartProcess().BeginAsync(A.Request);
        await world.DriveToAsync(point.Task, first);
        return first;
    }

    /// <summary>A job that waits for a slot an hour away.</summary>
    private static async Task<(TestProcess Process, Task<VideoResult> Call, string JobId)> ScheduledAsync(TestWorld world)
    {
        world.Add(account: a => a.Rates.Add(new ProviderRate { Submissions = 1, Window = TimeSpan.FromHours(1) }));
        var process = world.StartProcess();
        await process.GenerateAsync();
        var waiting = new TaskCompletionSource<string>();
        var call = process.BeginAsync(A.Request with { IdempotencyKey = "other" }, new Listener(p =>
        {
            if (p.State == VideoState.Scheduled)
            {
                waiting.TrySetResult(p.JobId);
            }
        }));
        return (process, call, await waiting.Task);
    }

    [Fact]
    public async Task A_cancel_ends_a_wait_for_a_slot_at_once()
    {
        await using var world = new TestWorld();
        var (process, call, jobId) = await ScheduledAsync(world);
        var before = world.Clock.GetUtcNow();
        var outcome = await process.CancelAsync(jobId);

        Assert.Equal(CancelOutcome.Cancelled, outcome);
        await Assert.ThrowsAsync<VideoCancelledException>(() => call);
        Assert.Equal(before, world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_cancel_from_another_process_ends_a_long_wait_soon()
    {
        await using var world = new TestWorld();
        var (process, call, jobId) = await ScheduledAsync(world);
        var before = world.Clock.GetUtcNow();

        Assert.Equal(CancelOutcome.Requested, await world.StartProcess().CancelAsync(jobId));
        await Assert.ThrowsAsync<VideoCancelledException>(() => world.DriveAsync(call));
        Assert.InRange(world.Clock.GetUtcNow() - before, TimeSpan.Zero, TimeSpan.FromSeconds(40));
    }
}
