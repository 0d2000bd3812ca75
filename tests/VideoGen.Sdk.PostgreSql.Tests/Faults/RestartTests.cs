using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Faults;

/// <summary>A server of its own, killed without a word and started again.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private ServerProcess? server;
    private Schemas? schemas;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => schemas = new Schemas(server = await ServerProcess.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await (schemas?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Stores_go_on_by_themselves_after_the_server_was_killed_and_started_again()
    {
        var (jobs, costs) = Open(out _);
        await jobs.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        var stored = Assert.IsType<CreateJobResult.Created>(await jobs.CreateAsync(Some.New(Some.Job(), "a"), Stop)).Stored;
        await costs.HoldAsync(SomeCost.For("a", 3m), Stop);

        await server!.KillAsync();
        var duringOutage = costs.StartAsync(new AttemptKey("a", 1), Stop);
        await server.StartAsync();

        Assert.NotNull((await duringOutage).StartedAt);
        Assert.IsType<SaveResult.Saved>(await jobs.SaveAsync(stored.Job with { Stage = "Submit" }, stored.Stamp, true, Stop));
        Assert.True(await jobs.RenewOwnerAsync("a", Stop));
    }

    [Fact]
    public async Task Whoever_waits_for_work_hears_of_it_again_after_the_server_was_killed_and_started_again()
    {
        var (waiting, _) = Open(out _);
        var (making, _) = Open(out _);
        await making.CreateAsync(Some.New(Some.Job()), Stop);
        await waiting.WaitForChangeAsync(0, Stop);
        await server!.KillAsync();
        await server.StartAsync();

        // Rung once when it listens again and now and then while it does not; a notification is what comes at once, over and over.
        var began = TimeProvider.System.GetTimestamp();
        for (var quick = 0; quick < 20;)
        {
            var mark = await waiting.WaitForChangeAsync(0, Stop);
            var hearing = waiting.WaitForChangeAsync(mark, Stop);
            await making.CreateAsync(Some.New(Some.Job()), Stop);
            var told = TimeProvider.System.GetTimestamp();
            await hearing;
            quick = TimeProvider.System.GetElapsedTime(told) < TimeSpan.FromMilliseconds(200) ? quick + 1 : 0;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_that_met_the_servers_death_is_read_back_from_the_next(bool written)
    {
        var (jobs, _) = Open(out var database);
        await jobs.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        var stored = Assert.IsType<CreateJobResult.Created>(await jobs.CreateAsync(Some.New(Some.Job(), "a"), Stop)).Stored;
        database.AroundCommit = async commit =>
        {
            database.AroundCommit = null;
            await (written ? commit() : Task.CompletedTask);
            await server!.KillAsync();
            await server.StartAsync();
            throw new IOException("the line went dead");
        };

        var save = () => jobs.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop);
        if (written)
        {
            Assert.IsType<IntentResult.Saved>(await save());
        }
        else
        {
            Assert.True((await Assert.ThrowsAsync<StoreException>(save)).IsTransient);
        }

        Assert.Equal(written, await jobs.FindIntentAsync(stored.Job.Id, 1, Stop) is not null);
    }

    private (IJobStore Jobs, ICostStore Costs) Open(out PostgreSqlDatabase database)
    {
        database = schemas!.Open();
        return (new PostgreSqlJobStore(database, null), new PostgreSqlCostStore(database));
    }
}
