using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.PostgreSql.Jobs;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Faults;

public sealed class MigrationTests(SharedServer server) : PostgreSqlTests(server)
{
    [Fact]
    public async Task Twelve_first_openings_at_once_migrate_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Schemas.Open()).ToList().Select(database => Task.Run(() => Make(database))));

        Assert.Equal(12, await Schemas.RunAsync("SELECT count(*) FROM jobs"));
        Assert.Equal(await Schemas.RunAsync("SELECT count(DISTINCT number) FROM schema_version"), await Schemas.RunAsync("SELECT count(*) FROM schema_version"));
    }

    [Fact]
    public async Task A_schema_of_a_newer_release_is_refused_and_left_alone()
    {
        await Make(Schemas.Open());
        await Schemas.RunAsync("INSERT INTO schema_version (number, name) VALUES (9001, '9001_future.sql')");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Make(Schemas.Open()));
        Assert.Contains("newer release (schema step 9001)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task Tables_of_another_program_are_neither_used_nor_harmed()
    {
        await Schemas.RunAsync($"CREATE SCHEMA {Schemas.Schema}; CREATE TABLE jobs (mine text); INSERT INTO jobs VALUES ('precious')");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Make(Schemas.Open()));
        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Schemas.RunAsync("SELECT count(*) FROM jobs WHERE mine = 'precious'"));
        Assert.Equal(0, await Schemas.RunAsync("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_version'"));
    }

    [Fact]
    public async Task An_up_to_date_schema_asks_for_no_right_to_make_tables()
    {
        await Make(Schemas.Open());
        var user = $"u{Schemas.Schema}";
        await Schemas.RunAsync($"CREATE ROLE {user} LOGIN; GRANT USAGE ON SCHEMA {Schemas.Schema} TO {user}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Schemas.Schema} TO {user}");
        var options = Schemas.Options();
        options.ConnectionString = options.ConnectionString.Replace("Username=videogen", $"Username={user}", StringComparison.Ordinal);

        await using var database = new PostgreSqlDatabase(options);
        await Make(database);
        Assert.Equal(2, await Schemas.RunAsync("SELECT count(*) FROM video_generations"));
    }

    private static Task<VideoGen.Sdk.Queue.CreateJobResult> Make(PostgreSqlDatabase database) => new PostgreSqlJobStore(database, null).CreateAsync(Some.New(Some.Job()), Stop);
}
