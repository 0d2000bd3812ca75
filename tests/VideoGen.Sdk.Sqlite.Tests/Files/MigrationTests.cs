using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Files;

public sealed class MigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Twelve_first_openings_at_once_migrate_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => folder.Open()).ToList().Select(database => Task.Run(() => Make(database))));

        Assert.Equal(12, folder.Run("SELECT count(*) FROM jobs"));
        Assert.Equal(folder.Run("SELECT count(DISTINCT number) FROM schema_version"), folder.Run("SELECT count(*) FROM schema_version"));
    }

    [Fact]
    public async Task A_file_of_a_newer_release_is_refused_and_left_alone()
    {
        var database = folder.Open();
        await Make(database);
        folder.Run("INSERT INTO schema_version (number, name, applied_at) VALUES (9001, '9001_future.sql', 0)");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Make(folder.Open()));
        Assert.Contains("newer release", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("9001", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, folder.Run("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task A_step_that_an_older_release_left_out_is_made_up_for_in_any_order()
    {
        await Make(folder.Open());
        folder.Run("DROP VIEW video_generations; DROP TABLE job_signals; DROP TABLE submission_outcomes; DROP TABLE submission_intents; DROP TABLE job_keys; DROP TABLE jobs; DROP TABLE owners; DROP TABLE queue_pauses; DELETE FROM schema_version WHERE number IN (1, 3)");

        await Make(folder.Open());
        Assert.Equal(1, folder.Run("SELECT count(*) FROM jobs"));
    }

    [Fact]
    public async Task Tables_of_another_program_are_neither_used_nor_harmed()
    {
        folder.Run("CREATE TABLE jobs (mine TEXT); INSERT INTO jobs VALUES ('precious')");

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Make(folder.Open()));
        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, folder.Run("SELECT count(*) FROM jobs WHERE mine = 'precious'"));
        Assert.Equal(0, folder.Run("SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'"));
    }

    [Fact]
    public async Task A_file_that_holds_other_tables_beside_ours_is_fine()
    {
        folder.Run("CREATE TABLE posts (id INTEGER)");
        await Make(folder.Open());

        Assert.Equal(1, folder.Run("SELECT count(*) FROM video_generations"));
    }

    private static Task<CreateJobResult> Make(SqliteDatabase database) => new SqliteJobStore(database, null).CreateAsync(Some.New(Some.Job()), Stop);
}
