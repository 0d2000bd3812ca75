using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A person says what became of a submit whose answer was lost.</summary>
public sealed class ResolveTests
{
    private static readonly SubmitScript Lost = new() { Submit = ScriptedSubmit.AcceptAndLoseAnswer };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_the_vendor_has_is_carried_to_its_end_without_a_second_post()
    {
        await using var world = new TestWorld();
        var (app, job) = await LostAsync(world);
        world.Clock.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(ResolveOutcome.Resolved, await app.Queue.ResolveAsync(job, new SubmitFinding.Accepted(world.RemoteJobs.Single().RemoteId), Stop));
        await Truth.MustBeFinishedAsync(world, await app.Process.GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
        Assert.Equal(["submit", "person"], (await world.OutcomesAsync()).Select(record => record.Source));
    }

    [Fact]
    public async Task A_job_that_the_vendor_never_took_frees_its_money_and_is_tried_again()
    {
        await using var world = new TestWorld();
        var (app, job) = await LostAsync(world, new SubmitScript { Submit = ScriptedSubmit.LoseRequest });
        world.Clock.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(ResolveOutcome.Resolved, await app.Queue.ResolveAsync(job, new SubmitFinding.Rejected(), Stop));
        await app.Process.GenerateAsync();
        Assert.Equal([LineState.Released, LineState.Charged], (await world.LinesAsync()).OrderBy(line => line.Key.Number).Select(line => line.State));
        Assert.Single(world.RemoteJobs);
    }

    [Fact]
    public async Task A_word_is_refused_while_the_answer_may_still_come_and_counts_once()
    {
        await using var world = new TestWorld();
        var (app, job) = await LostAsync(world);
        Assert.Equal(ResolveOutcome.TooEarly, await app.Queue.ResolveAsync(job, new SubmitFinding.Rejected(), Stop));
        Assert.Single(await world.OutcomesAsync());

        world.Clock.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal(ResolveOutcome.Resolved, await app.Queue.ResolveAsync(job, new SubmitFinding.Accepted("one"), Stop));
        Assert.Equal(ResolveOutcome.NothingUnknown, await app.Queue.ResolveAsync(job, new SubmitFinding.Rejected(), Stop));
        Assert.Equal(ResolveOutcome.NotFound, await app.Queue.ResolveAsync("nobody", new SubmitFinding.Rejected(), Stop));
    }

    [Fact]
    public async Task A_remote_id_of_another_job_is_refused()
    {
        await using var world = new TestWorld();
        var (app, job) = await LostAsync(world);
        await app.Process.GenerateAsync(A.Request with { IdempotencyKey = "other" });
        world.Clock.Pass(TimeSpan.FromMinutes(3));
        var others = world.RemoteJobs.Last().RemoteId;

        Assert.Equal(ResolveOutcome.RemoteIdTaken, await app.Queue.ResolveAsync(job, new SubmitFinding.Accepted(others), Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Queue.ResolveAsync(job, new SubmitFinding.Accepted(" "), Stop));
    }

    [Fact]
    public async Task What_a_caller_left_behind_by_allowing_a_double_charge_is_put_right_too()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(new SubmitScript { Submit = ScriptedSubmit.LoseRequest });
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var app = await WorkerProcess.StartAsync(world, places: null);
        var result = await app.Process.GenerateAsync(A.Request with { AllowPossibleDoubleCharge = true });
        Assert.Single(await world.LinesAsync(), line => line.State == LineState.Unverified);
        world.Clock.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal(ResolveOutcome.Resolved, await app.Queue.ResolveAsync(result.JobId, new SubmitFinding.Rejected(), Stop));
        Assert.DoesNotContain(await world.LinesAsync(), line => line.State == LineState.Unverified);
    }

    private static async Task<(WorkerProcess App, string JobId)> LostAsync(TestWorld world, SubmitScript? script = null)
    {
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(script ?? Lost);
        var app = await WorkerProcess.StartAsync(world, places: null);
        await Assert.ThrowsAsync<NeedsAttentionException>(() => app.Process.GenerateAsync());
        return (app, (await world.OnlyJobAsync()).Id);
    }
}
