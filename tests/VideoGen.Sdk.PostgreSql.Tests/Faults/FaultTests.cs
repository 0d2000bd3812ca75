using Npgsql;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Faults;

public sealed class FaultTests(SharedServer server) : PostgreSqlTests(server)
{
    private const string Password = "never-to-be-seen";

    [Fact]
    public Task A_server_that_is_not_there_is_named_with_the_fix() => IsTold(text => text + ";Port=1", "cannot be reached", isTransient: true);

    [Fact]
    public Task A_missing_database_is_named_with_the_fix() => IsTold(text => text + ";Database=nowhere", "There is no database 'nowhere'", isTransient: false);

    [Fact]
    public async Task A_read_only_server_is_named_with_the_fix()
    {
        await new PostgreSqlJobStore(Schemas.Open(), null).CountAsync(Stop);

        await IsTold(text => text + ";Options=-c default_transaction_read_only=on", "read-only", isTransient: false);
    }

    [Fact]
    public async Task A_row_that_stays_locked_is_one_clear_error()
    {
        var store = new PostgreSqlCostStore(Schemas.Open());
        await store.FindAsync(new AttemptKey("none", 1), Stop);
        await using var other = new NpgsqlConnection($"{Schemas.Options().ConnectionString};Search Path={Schemas.Schema};Pooling=false");
        await other.OpenAsync(Stop);
        await using var held = await other.BeginTransactionAsync(Stop);
        await new PostgreSqlScope(other, null).LockAsync("costs");

        await IsTold(text => text + ";Command Timeout=1", "did not answer in time", isTransient: true);
    }

    [Fact]
    public async Task A_full_disk_costs_a_clear_error_and_no_job()
    {
        var store = new PostgreSqlJobStore(Schemas.Open(), null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        var held = Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(Some.Job(), "a"), Stop)).Stored;
        await Schemas.RunAsync("""
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON jobs_open FOR EACH ROW EXECUTE FUNCTION no_room();
            """);

        Func<Task>[] writes =
        [
            () => store.CreateAsync(Some.New(Some.Job()), Stop),
            () => store.CreateManyAsync([Some.New(Some.Job()), Some.New(Some.Job())], Stop),
            () => store.SaveAsync(held.Job with { Reason = "changed" }, held.Stamp, true, Stop),
            () => store.SaveIntentAsync(held.Job, held.Stamp, Some.Intent(held.Job.Id), Stop),
        ];
        foreach (var write in writes)
        {
            var refusal = await Assert.ThrowsAsync<StoreException>(write);
            Assert.Contains("is full", refusal.Message, StringComparison.Ordinal);
            Assert.True(refusal is { IsTransient: true, IsCommitUnknown: false });
        }

        await Schemas.RunAsync("DROP TRIGGER no_room ON jobs_open");
        Assert.Equal(1, (await store.CountAsync(Stop)).Values.Sum());
        Assert.Null(await store.FindIntentAsync(held.Job.Id, 1, Stop));
        Assert.IsType<IntentResult.Saved>(await store.SaveIntentAsync(held.Job, held.Stamp, Some.Intent(held.Job.Id), Stop));
    }

    [Theory]
    [InlineData("53100", "is full", true)]
    [InlineData("28P01", "refused user or password", false)]
    [InlineData("42501", "may not do this", false)]
    [InlineData("53300", "no free connection", true)]
    [InlineData("57P03", "restarting", true)]
    public void What_the_server_says_becomes_one_sentence_with_the_fix(string code, string words, bool isTransient)
    {
        var thrown = PostgreSqlErrors.From(new PostgresException("no", "ERROR", "ERROR", code), "'videos' at db:5432 (schema videogen)");

        Assert.Contains(words, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("'videos' at db:5432", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(isTransient, thrown.IsTransient);
    }

    private async Task IsTold(Func<string, string> change, string fix, bool isTransient)
    {
        var options = Schemas.Options();
        options.ConnectionString = change(options.ConnectionString);
        options.ReconnectTimeout = TimeSpan.Zero;
        await using var database = new PostgreSqlDatabase(options);
        var thrown = await Assert.ThrowsAsync<StoreException>(() => new PostgreSqlCostStore(database).HoldAsync(SomeCost.For("b", 1m, SomeCost.Daily(10m)), Stop));
        Assert.Contains(fix, thrown.Message, StringComparison.Ordinal);
        Assert.Equal((database.Place, isTransient), (thrown.Location, thrown.IsTransient));
        Assert.DoesNotContain(Password, thrown.ToString(), StringComparison.Ordinal);
    }
}
