using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Moq;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>Trouble of this process is nobody else's: not the vendor's, not the caller's, and it does not keep the app from ending.</summary>
public sealed class OwnTroubleTests
{
    [Fact]
    public async Task What_this_process_could_not_send_counts_neither_as_a_try_nor_against_the_vendor()
    {
        await using var world = new TestWorld();
        world.Add();
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var chaos = new ChaosProcess();
        for (var i = 1; i <= 6; i++)
        {
            chaos.At("costs.Start", ChaosEffect.Fail, i);
        }

        var result = await world.StartProcess(chaos).GenerateAsync();
        Assert.Equal(("scripted", 7), (result.Provider, result.Attempts));
        Assert.Equal(6, (await world.LinesAsync()).Count(l => l is { State: LineState.Released, Outcome: AttemptOutcome.NotSent }));
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task A_ledger_that_never_takes_the_start_ends_the_job_and_not_the_machine()
    {
        await using var world = new TestWorld();
        world.Add();
        var chaos = new ChaosProcess();
        for (var i = 1; i <= 100; i++)
        {
            chaos.At("costs.Start", ChaosEffect.Fail, i);
        }

        await Assert.ThrowsAsync<VideoGen.Sdk.Workflow.AllProvidersFailedException>(() => world.StartProcess(chaos).GenerateAsync());
        Assert.Equal(0, world.Vendor.Posts);
        Assert.DoesNotContain(await world.LinesAsync(), l => l.State == LineState.Reserved);
    }

    [Theory]
    [InlineData(SubmissionVerdict.NotSent)]
    [InlineData(SubmissionVerdict.Rejected)]
    public async Task A_statement_without_a_reason_is_as_good_as_one_with_it(SubmissionVerdict verdict)
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false });
        var dead = world.StartProcess(new ChaosProcess().At("jobs.SaveIntent", ChaosEffect.DieAfter));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        var job = await world.OnlyJobAsync();
        await world.Jobs.RecordOutcomeAsync(
            new SubmissionRecord { JobId = job.Id, Attempt = 1, ClientReference = job.CurrentAttempt!.ClientReference, Verdict = verdict, Source = "person" },
            TestContext.Current.CancellationToken);
        world.LetLeasesLapse();

        var result = await world.StartProcess().GenerateAsync();
        Assert.Equal(2, result.Attempts);
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task An_owner_declared_dead_before_it_makes_its_job_makes_it_under_a_fresh_name()
    {
        await using var world = new TestWorld();
        world.Add();
        var chaos = new ChaosProcess();
        var process = world.StartProcess(chaos.PauseBefore("jobs.Create", () => world.Jobs.RetireOwnerAsync(chaos.Owners[0])));

        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
        Assert.Equal(2, chaos.Owners.Count);
    }

    [Fact]
    public async Task An_owner_declared_dead_before_it_takes_a_job_takes_it_under_a_fresh_name()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("costs.Hold", ChaosEffect.DieAfter));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        world.LetLeasesLapse();
        var chaos = new ChaosProcess();
        var process = world.StartProcess(chaos.PauseBefore("jobs.Take", () => world.Jobs.RetireOwnerAsync(chaos.Owners[0])));

        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
    }

    [Fact]
    public async Task A_remote_id_that_no_store_takes_is_told_once_at_the_end_and_the_app_may_end()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false });
        var log = new HeardLog();
        var process = world.StartProcess(configure: s => s.AddLogging(b => b.AddProvider(log)));
        world.Vendor.OnSubmit = _ =>
        {
            process.Chaos.IsCutOff = true;
            return Task.CompletedTask;
        };
        var call = process.BeginAsync(A.Request);
        await world.DriveToAsync(Heard(world, log), call);

        var end = process.DisposeAsync().AsTask();
        for (var second = 0; !end.IsCompleted; second++)
        {
            Assert.True(second < 100_000, "the app never ends");
            world.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.Contains("remote-1", Assert.Single(log.At(LogLevel.Critical)), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    [Fact]
    public async Task A_job_store_of_several_machines_wants_an_asset_store_that_all_of_them_see()
    {
        await using var world = new TestWorld();
        world.Add();
        var store = new Mock<IJobStore>();
        store.SetupGet(s => s.IsShared).Returns(true);
        var process = world.StartProcess(configure: s => s.Replace(ServiceDescriptor.Singleton(store.Object)));

        var fault = await Assert.ThrowsAsync<InvalidConfigurationException>(() => process.PlanAsync());
        Assert.Contains("VideoGeneration:Assets:IsShared", fault.Message, StringComparison.Ordinal);
    }

    private static async Task Heard(TestWorld world, HeardLog log)
    {
        while (!log.At(LogLevel.Error).Any(l => l.Contains("remote-1", StringComparison.Ordinal)))
        {
            await world.Clock.NextSleeper;
        }
    }
}
