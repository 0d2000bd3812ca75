using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class DeadlineTests
{
    private static readonly ProviderJobStatus Running = new() { State = ProviderJobState.Running };

    [Fact]
    public async Task After_the_submit_a_deadline_ends_the_waiting_and_nothing_else()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = new SubmitScript { Statuses = [.. Enumerable.Repeat(Running, 30), .. new SubmitScript().Statuses] };
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var process = world.StartProcess();
        var timeout = await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => process.GenerateAsync(A.Request with { Deadline = TimeSpan.FromMinutes(3) }));

        var job = await world.OnlyJobAsync();
        Assert.Equal((job.Id, VideoState.Waiting), (timeout.JobId, job.State));
        Assert.Equal(TimeSpan.FromMinutes(3), world.Clock.GetUtcNow() - job.CreatedAt);
        Assert.Equal(LineState.Reserved, Assert.Single(await world.LinesAsync()).State);
        Assert.Equal(1, world.Vendors.Sum(v => v.Posts));
    }

    [Fact]
    public async Task Asked_again_a_timed_out_job_is_looked_at_once_and_finished_when_it_is_done()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Answers(Running);
        var process = world.StartProcess();
        var request = A.Request with { Deadline = TimeSpan.FromMinutes(3) };
        await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => process.GenerateAsync(request));
        var polls = world.Vendor.Jobs[0].Polls;
        await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => process.GenerateAsync(request));
        Assert.Equal(polls + 1, world.Vendor.Jobs[0].Polls);
    }

    [Fact]
    public async Task Without_a_deadline_the_models_longest_run_bounds_the_waiting()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Answers(Running);
        await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => world.StartProcess().GenerateAsync());

        var job = await world.OnlyJobAsync();
        Assert.Equal(job.CurrentAttempt!.AcceptedAt + TimeSpan.FromHours(1), world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_lost_answer_does_not_hold_a_caller_past_its_deadline()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(new SubmitScript { Submit = ScriptedSubmit.AcceptAndLoseAnswer });
        var process = world.StartProcess();
        var request = A.Request with { Deadline = TimeSpan.FromSeconds(30) };
        await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => process.GenerateAsync(request));
        Assert.Equal(TestWorld.Start + TimeSpan.FromSeconds(30), world.Clock.GetUtcNow());

        Assert.Equal(LineState.Unverified, Assert.Single(await world.LinesAsync()).State);
        Assert.Equal(1, world.Vendor.Posts);
    }
}
