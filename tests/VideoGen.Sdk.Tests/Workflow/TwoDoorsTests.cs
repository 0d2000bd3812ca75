using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class TwoDoorsTests
{
    [Fact]
    public async Task A_known_key_returns_the_stored_result_without_a_new_submit()
    {
        await using var world = new TestWorld();
        world.Add();
        var first = await world.StartProcess().GenerateAsync();
        var second = await world.StartProcess().GenerateAsync();

        Assert.Equal(first.JobId, second.JobId);
        Assert.Equal(first.Video, second.Video);
        Assert.Equal(first.CostUsd, second.CostUsd);
        Assert.Equal(first.CompletedAt, second.CompletedAt);
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task Without_a_key_every_call_makes_a_video()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var request = A.Request with { IdempotencyKey = null };

        Assert.NotEqual((await process.GenerateAsync(request)).JobId, (await process.GenerateAsync(request)).JobId);
        Assert.Equal(2, world.Vendor.Jobs.Count);
    }

    [Fact]
    public async Task A_caller_attaches_to_a_job_that_a_living_process_runs()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 20), .. new SubmitScript().Statuses] };
        var point = new TaskCompletionSource();
        world.Vendor.OnStatus = () =>
        {
            point.TrySetResult();
            return Task.CompletedTask;
        };
        var first = world.StartProcess().BeginAsync(A.Request);
        await world.DriveToAsync(point.Task, first);
        var said = new Listener();
        var second = world.StartProcess().BeginAsync(A.Request, said);

        Assert.Equal((await world.DriveAsync(second, first)).JobId, (await world.DriveAsync(first)).JobId);
        Assert.Equal(1, world.Vendor.Posts);
        Assert.Contains(said.Heard, p => p.Message?.Contains("another process runs this job", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Many_callers_of_one_process_share_one_run()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var calls = await world.DriveAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => process.BeginAsync(A.Request)))));

        Assert.Single(calls.Select(c => c.JobId).Distinct());
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_dead_owners_job_is_taken_over_as_soon_as_its_lease_has_run_out_and_not_before()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("jobs.Save", ChaosEffect.DieBefore, 4));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        var diedAt = world.Clock.GetUtcNow();

        var result = await world.StartProcess().GenerateAsync();
        Assert.InRange(result.CompletedAt - diedAt, TimeSpan.FromSeconds(25), TimeSpan.FromMinutes(3));
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task Disposing_the_container_hands_the_job_back_at_once()
    {
        await using var world = new TestWorld();
        world.Add();
        var point = new TaskCompletionSource();
        world.Vendor.OnStatus = () =>
        {
            point.TrySetResult();
            return Task.CompletedTask;
        };
        var process = world.StartProcess();
        var call = process.BeginAsync(A.Request);
        await world.DriveToAsync(point.Task, call);
        await process.DisposeAsync();
        var stopped = await world.OnlyStoredAsync();

        Assert.Null(stopped.Stamp.OwnerId);
        var before = world.Clock.GetUtcNow();
        await Truth.MustBeFinishedAsync(world, await world.StartProcess().GenerateAsync());
        Assert.True(world.Clock.GetUtcNow() - before < TimeSpan.FromMinutes(2));
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    [Fact]
    public async Task Cancelling_the_awaited_call_leaves_the_job_resumable()
    {
        await using var world = new TestWorld();
        world.Add();
        using var gone = new CancellationTokenSource();
        world.Vendor.OnStatus = () => gone.CancelAsync();
        var process = world.StartProcess();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.DriveAsync(process.Generator.GenerateAsync(A.Request, null, gone.Token)));
        world.Vendor.OnStatus = null;

        Assert.False((await world.OnlyJobAsync()).IsEnded);
        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_stop_a_submit_under_way()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false });
        using var gone = new CancellationTokenSource();
        world.Vendor.OnSubmit = _ => gone.CancelAsync();
        var process = world.StartProcess();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.DriveAsync(process.Generator.GenerateAsync(A.Request, null, gone.Token)));
        world.Vendor.OnSubmit = null;

        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task Two_requests_under_one_key_are_refused_with_both_fingerprints()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        await process.GenerateAsync();

        var conflict = await Assert.ThrowsAsync<IdempotencyConflictException>(() => process.GenerateAsync(A.Request with { Prompt = "a blue whale" }));
        Assert.NotNull(conflict.ExistingFingerprint);
        Assert.NotNull(conflict.GivenFingerprint);
        Assert.NotEqual(conflict.ExistingFingerprint, conflict.GivenFingerprint);
        Assert.Equal((await world.OnlyJobAsync()).Id, conflict.JobId);
        Assert.Contains("IdempotencyKey", conflict.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("whale", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_a_tenants_own()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();

        Assert.NotEqual(
            (await process.GenerateAsync(A.Request with { Tenant = "one" })).JobId,
            (await process.GenerateAsync(A.Request with { Tenant = "two", Prompt = "a blue whale" })).JobId);
    }

    [Fact]
    public async Task Switched_off_refuses_new_jobs_and_still_answers_known_keys()
    {
        await using var world = new TestWorld();
        world.Add();
        await world.StartProcess().GenerateAsync();
        var off = world.StartProcess(configure: s => s.Configure<WorkflowOptions>(o => o.Enabled = false));

        await off.GenerateAsync();
        await Assert.ThrowsAsync<VideoGenerationDisabledException>(() => off.GenerateAsync(A.Request with { IdempotencyKey = "new" }));
        await Assert.ThrowsAsync<IdempotencyConflictException>(() => off.GenerateAsync(A.Request with { Prompt = "a blue whale" }));
    }

    [Fact]
    public async Task A_provider_switched_off_since_does_not_hide_the_result_of_a_known_key()
    {
        await using var world = new TestWorld();
        ProviderAccountOptions? account = null;
        world.Add(account: a => account = a);
        var request = A.Request with { PreferredProviders = ["scripted"] };
        var process = world.StartProcess();
        var result = await process.GenerateAsync(request);
        account!.Enabled = false;

        Assert.Equal(result.JobId, (await process.GenerateAsync(request)).JobId);
        await Assert.ThrowsAsync<InvalidVideoRequestException>(() => process.GenerateAsync(request with { IdempotencyKey = "new" }));
    }
}
