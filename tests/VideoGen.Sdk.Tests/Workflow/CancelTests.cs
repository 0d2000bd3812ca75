using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class CancelTests
{
    [Fact]
    public async Task A_job_that_does_not_exist_or_has_ended_says_so()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        var result = await process.GenerateAsync();

        Assert.Equal(CancelOutcome.AlreadyEnded, await process.CancelAsync(result.JobId));
        Assert.Equal(CancelOutcome.NotFound, await process.CancelAsync("nosuchjob"));
        Assert.Equal(result.JobId, (await process.GenerateAsync()).JobId);
    }

    [Fact]
    public async Task A_free_cancel_at_the_vendor_frees_the_money()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = Running(ProviderCancelOutcome.CancelledFree);
        Assert.Equal(CancelOutcome.Requested, await CancelWhileWaitingAsync(world));

        var job = await world.OnlyJobAsync();
        Assert.Equal((VideoState.Cancelled, 0m, 0m), (job.State, job.CostUsd, job.UnverifiedUsd));
        Assert.Equal(LineState.Released, Assert.Single(await world.LinesAsync()).State);
    }

    [Theory]
    [InlineData(ProviderCancelOutcome.NotSupported)]
    [InlineData(ProviderCancelOutcome.Requested)]
    public async Task A_video_made_all_the_same_is_kept_and_paid_for(ProviderCancelOutcome vendorSays)
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = Running(vendorSays);
        Assert.Equal(CancelOutcome.Requested, await CancelWhileWaitingAsync(world));

        var job = await world.OnlyJobAsync();
        Assert.Equal((VideoState.Cancelled, 0.25m), (job.State, job.CostUsd));
        Assert.True(File.Exists(job.Video!.LocalPath));
        Assert.Equal(1, world.Vendor.Jobs[0].Cancels);
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_cancel_of_unknown_price_keeps_the_money_held()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = Running(ProviderCancelOutcome.CancelledChargeUnknown);
        await CancelWhileWaitingAsync(world);

        var job = await world.OnlyJobAsync();
        Assert.Equal((VideoState.Cancelled, 0.30m), (job.State, job.UnverifiedUsd));
        await Truth.MustHoldAsync(world);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0)]
    public async Task A_cancel_of_unknown_price_is_booked_when_the_vendor_has_a_last_word(decimal charge)
    {
        await using var world = new TestWorld();
        var running = new ProviderJobStatus { State = ProviderJobState.Running };
        world.Add().Vendor.Default = new SubmitScript { Cancel = ProviderCancelOutcome.CancelledChargeUnknown, ChargeUsd = charge, Statuses = [running, new() { State = ProviderJobState.Cancelled, ChargeUsd = charge }] };
        await CancelWhileWaitingAsync(world);

        var job = await world.OnlyJobAsync();
        Assert.Equal((VideoState.Cancelled, charge, 0m), (job.State, job.CostUsd, job.UnverifiedUsd));
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_cancelled_job_of_unknown_price_is_asked_about_again_with_its_key()
    {
        await using var world = new TestWorld();
        var running = new ProviderJobStatus { State = ProviderJobState.Running };
        world.Add().Vendor.Default = new SubmitScript { Cancel = ProviderCancelOutcome.CancelledChargeUnknown, ChargeUsd = 0.1m, Statuses = [running, running, new() { State = ProviderJobState.Cancelled, ChargeUsd = 0.1m }] };
        await CancelWhileWaitingAsync(world);
        Assert.Equal(LineState.Unverified, Assert.Single(await world.LinesAsync()).State);

        await Assert.ThrowsAsync<VideoCancelledException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal((LineState.Charged, 0.1m), (await world.LinesAsync()).Select(l => (l.State, l.ChargedUsd)).Single());
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_cancel_that_the_vendor_refuses_does_not_hide_the_finished_video()
    {
        await using var world = new TestWorld();
        var cancels = 0;
        world.Add().Vendor.Default = Running(ProviderCancelOutcome.Requested);
        world.Vendor.OnCancel = () =>
        {
            cancels++;
            throw new ProviderCallException("scripted/default", new ProviderFailure { Kind = ProviderFailureKind.InvalidRequest, Message = "409: it is finished" });
        };
        Assert.Equal(CancelOutcome.Requested, await CancelWhileWaitingAsync(world));

        var job = await world.OnlyJobAsync();
        Assert.Equal((VideoState.Cancelled, 0.25m), (job.State, job.CostUsd));
        Assert.True(File.Exists(job.Video!.LocalPath));
        Assert.InRange(cancels, 1, 4);
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_cancelled_job_is_not_tried_elsewhere()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = Running(ProviderCancelOutcome.Requested) with
        {
            ChargeUsd = 0m,
            Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 3), new ProviderJobStatus { State = ProviderJobState.Failed, Failure = new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Message = "no" } }],
        };
        var second = world.Add(new ScriptedProviderOptions { Name = "second" });
        await CancelWhileWaitingAsync(world);

        Assert.Equal(VideoState.Cancelled, (await world.OnlyJobAsync()).State);
        Assert.Equal(0, second.Vendor.Posts);
    }

    private static SubmitScript Running(ProviderCancelOutcome cancel) => new()
    {
        Cancel = cancel,
        Statuses = [.. Enumerable.Repeat(new ProviderJobStatus { State = ProviderJobState.Running }, 3), .. new SubmitScript().Statuses],
    };

    private static async Task<CancelOutcome> CancelWhileWaitingAsync(TestWorld world)
    {
        var process = world.StartProcess();
        var point = new TaskCompletionSource();
        world.Vendor.OnStatus = () =>
        {
            point.TrySetResult();
            return Task.CompletedTask;
        };
        var call = process.BeginAsync(A.Request);
        await world.DriveToAsync(point.Task, call);
        var outcome = await process.CancelAsync((await world.OnlyJobAsync()).Id);
        await Assert.ThrowsAsync<VideoCancelledException>(() => world.DriveAsync(call));
        return outcome;
    }
}
