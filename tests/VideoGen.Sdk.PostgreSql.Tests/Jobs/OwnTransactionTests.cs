using Npgsql;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Tests.Jobs;

/// <summary>A job made in the caller's own transaction, on the caller's own connection.</summary>
public sealed class OwnTransactionTests(SharedServer server) : PostgreSqlTests(server)
{
    private PostgreSqlJobStore store = null!;
    private NpgsqlConnection connection = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        store = new PostgreSqlJobStore(Schemas.Open(), null);
        connection = new NpgsqlConnection($"{Schemas.Options().ConnectionString};Pooling=false");
        await connection.OpenAsync(Stop);
        await new PostgreSqlScope(connection, null).ExecuteAsync($"CREATE TABLE public.orders_{Schemas.Schema} (id text); SET search_path = public, pg_temp; SET synchronous_commit = off");
    }

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task It_is_there_with_the_callers_commit_and_not_before_and_whoever_waits_elsewhere_hears_of_it()
    {
        var elsewhere = new PostgreSqlJobStore(Schemas.Open(), null);
        var mark = await elsewhere.WaitForChangeAsync(0, Stop);
        var hearing = elsewhere.WaitForChangeAsync(mark, Stop);
        var job = Some.Job();
        await using (var transaction = await connection.BeginTransactionAsync(Stop))
        {
            await OrderAsync();
            Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(job), transaction, Stop));
            Assert.Null(await store.FindAsync(job.Id, Stop));
            Assert.Equal("public, pg_temp", await new PostgreSqlScope(connection, null).FirstAsync("SELECT current_setting('search_path') AS path", row => row.Text("path")));
            Assert.True(await new PostgreSqlScope(connection, null).AnyAsync("SELECT 1 WHERE current_setting('synchronous_commit') = 'on'"));
            await transaction.CommitAsync(Stop);
        }

        Assert.NotEqual(mark, await hearing);
        Assert.Equal((job.Id, 1), ((await elsewhere.FindAsync(job.Id, Stop))!.Job.Id, await OrdersAsync()));
    }

    [Fact]
    public async Task It_never_was_when_the_caller_rolls_back_and_its_key_is_free()
    {
        var job = Some.Job(key: "k");
        await using (var transaction = await connection.BeginTransactionAsync(Stop))
        {
            await OrderAsync();
            Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(job), transaction, Stop));
            await transaction.RollbackAsync(Stop);
        }

        Assert.Null(await store.FindAsync(job.Id, Stop));
        Assert.Equal(0, await OrdersAsync());
        Assert.IsType<CreateJobResult.Created>(await store.CreateAsync(Some.New(job), Stop));
    }

    [Fact]
    public async Task A_fault_undoes_the_job_alone_and_the_caller_goes_on()
    {
        var known = Some.Job();
        await store.CreateAsync(Some.New(known), Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        await OrderAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.CreateAsync(Some.New(known), transaction, Stop));
        await transaction.CommitAsync(Stop);

        Assert.Equal(1, await OrdersAsync());
    }

    [Fact]
    public async Task A_key_that_another_gave_a_job_meanwhile_is_found_and_not_made_twice()
    {
        var first = Some.Job(key: "k");
        await using var other = new NpgsqlConnection($"{Schemas.Options().ConnectionString};Pooling=false");
        await other.OpenAsync(Stop);
        await using var earlier = await other.BeginTransactionAsync(Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        await store.CreateAsync(Some.New(first), earlier, Stop);
        var second = store.CreateAsync(Some.New(Some.Job(key: "k")), transaction, Stop);
        await earlier.CommitAsync(Stop);

        Assert.Equal(first.Id, Assert.IsType<CreateJobResult.Exists>(await second).Stored.Job.Id);
        await transaction.CommitAsync(Stop);
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task What_cannot_be_joined_is_refused_with_the_fix()
    {
        var transaction = await connection.BeginTransactionAsync(Stop);
        var owned = Some.New(Some.Job(), "a");
        await Assert.ThrowsAsync<ArgumentException>(() => store.CreateAsync(owned, transaction, Stop));
        IJobStore memory = new InMemoryJobStore(TimeProvider.System);
        Assert.False(memory.CanJoin(transaction));
        Assert.Contains("UsePostgreSql()", (await Assert.ThrowsAsync<NotSupportedException>(() => memory.CreateAsync(Some.New(Some.Job()), transaction, Stop))).Message, StringComparison.Ordinal);
        await transaction.CommitAsync(Stop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.CreateAsync(Some.New(Some.Job()), transaction, Stop));
        await transaction.DisposeAsync();
    }

    private Task<int> OrderAsync() => new PostgreSqlScope(connection, null).ExecuteAsync($"INSERT INTO orders_{Schemas.Schema} VALUES ('o')");

    private Task<long> OrdersAsync() => Schemas.RunAsync($"SELECT count(*) FROM public.orders_{Schemas.Schema}");
}
