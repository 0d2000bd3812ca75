using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>Many wishes in one call, and keys with a lifetime.</summary>
public sealed class ManyEnqueueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_are_written_together_and_answered_in_order(bool isDurable)
    {
        await using var world = new TestWorld(isDurable);
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        var first = await app.EnqueueAsync(Keyed(3));

        var made = await app.Queue.EnqueueAsync([.. Enumerable.Range(0, 700).Select(Keyed)], cancellationToken: Stop);
        Assert.Equal(700, made.Select(one => one.JobId).Distinct().Count());
        Assert.Equal((first, false), (made[3].JobId, made[3].IsNew));
        Assert.Equal(699, made.Count(one => one.IsNew));
        Assert.Equal(made.Where(one => one.IsNew).Select(one => one.JobId), made.Where(one => one.IsNew).Select(one => one.JobId).Order(StringComparer.Ordinal));
        Assert.Equal("prompt 699", (await app.Queue.GetAsync(made[699].JobId, Stop))!.Request.Prompt);
        Assert.Equal(2, app.Process.Chaos.Writes.Count(write => write == "jobs.CreateMany"));
    }

    [Fact]
    public async Task What_comes_before_a_refused_one_stays_and_nothing_after_it_is_made()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);
        VideoRequest[] wishes = [Keyed(0), Keyed(1), Keyed(2) with { Prompt = " " }, Keyed(3)];

        await Assert.ThrowsAsync<InvalidVideoRequestException>(() => app.Queue.EnqueueAsync(wishes, cancellationToken: Stop));
        Assert.Equal(["prompt 1", "prompt 0"], (await app.Queue.ListAsync(new JobQuery(), Stop)).Select(job => job.Request.Prompt));
        wishes[2] = Keyed(2);
        Assert.Equal([false, false, true, true], (await app.Queue.EnqueueAsync(wishes, cancellationToken: Stop)).Select(one => one.IsNew));
    }

    [Fact]
    public async Task Two_different_wishes_under_one_key_in_one_call_are_refused_with_both_fingerprints()
    {
        await using var world = new TestWorld();
        world.Add();
        var app = await WorkerProcess.StartAsync(world, places: null);

        var refusal = await Assert.ThrowsAsync<IdempotencyConflictException>(() => app.Queue.EnqueueAsync([Keyed(0), Keyed(0) with { Prompt = "another" }, Keyed(1)], cancellationToken: Stop));
        Assert.NotEqual(refusal.ExistingFingerprint, refusal.GivenFingerprint);
        Assert.Equal("prompt 0", Assert.Single(await app.Queue.ListAsync(new JobQuery(), Stop)).Request.Prompt);
    }

    [Fact]
    public async Task A_key_with_a_lifetime_is_free_when_that_has_passed_and_its_job_has_ended()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess(null, services => services.Configure<WorkflowOptions>(options => options.KeyLifetime = TimeSpan.FromDays(1)));
        var first = await process.GenerateAsync();
        Assert.Equal(first.JobId, (await process.GenerateAsync()).JobId);

        world.Clock.Pass(TimeSpan.FromDays(1));
        Assert.NotEqual(first.JobId, (await process.GenerateAsync(A.Request with { Prompt = "another" })).JobId);
        Assert.Equal(2, world.RemoteJobs.Count());
    }

    private static VideoRequest Keyed(int number) => A.Request with { Prompt = $"prompt {number}", IdempotencyKey = $"key {number}" };
}
