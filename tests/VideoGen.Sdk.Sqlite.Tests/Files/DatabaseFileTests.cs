using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Files;

/// <summary>Every fault of the file is one clear sentence that names the file and the fix.</summary>
public sealed class DatabaseFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Missing_folders_are_made()
    {
        await Make(folder.Open(name: Path.Combine("a", "b", "videogen.db")));

        Assert.True(File.Exists(folder.File(Path.Combine("a", "b", "videogen.db"))));
    }

    [Fact]
    public async Task The_file_is_a_write_ahead_log_that_waits_for_the_disk()
    {
        var database = folder.Open();
        await Make(database);

        Assert.Equal("wal", await database.WriteAsync(scope => scope.First("PRAGMA journal_mode", row => row.Text("journal_mode")), null, Stop));
        Assert.Equal(2, await database.WriteAsync(scope => scope.First("PRAGMA synchronous", row => row.Number("synchronous")), null, Stop));
        Assert.Equal(1, await database.WriteAsync(scope => scope.First("PRAGMA foreign_keys", row => row.Number("foreign_keys")), null, Stop));
        Assert.Equal(1, await database.ReadAsync(scope => scope.First("PRAGMA query_only", row => row.Number("query_only")), Stop));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_so_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("these are my notes, not a database. ", 100));
        await File.WriteAllTextAsync(folder.File(), text, Stop);

        var refusal = await Refused(folder.Open());
        Assert.Contains("damaged or not a SQLite database", refusal.Message, StringComparison.Ordinal);
        Assert.False(refusal.IsTransient);
        Assert.Equal(text, await File.ReadAllTextAsync(folder.File(), Stop));
    }

    [Fact]
    public async Task A_read_only_file_is_refused_also_to_root()
    {
        await Make(folder.Open(name: "first.db"));
        File.Copy(folder.File("first.db"), folder.File());
        File.SetAttributes(folder.File(), FileAttributes.ReadOnly);

        Assert.Contains("read-only", (await Refused(folder.Open())).Message, StringComparison.Ordinal);
        File.SetAttributes(folder.File(), FileAttributes.Normal);
    }

    [Fact]
    public async Task A_read_only_folder_is_refused_also_to_root()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Folders carry no write bit there.");
            return;
        }

        var locked = Directory.CreateDirectory(Path.Combine(folder.Root, "locked")).FullName;
        File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Contains("read-only", (await Refused(folder.Open(name: "locked/videogen.db"))).Message, StringComparison.Ordinal);
        File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(folder.File("occupied"), "a file where a folder should be", Stop);

        Assert.Contains("cannot be made", (await Refused(folder.Open(name: "occupied/videogen.db"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(folder.File());

        Assert.Contains("is a folder", (await Refused(folder.Open())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_file_is_a_passing_fault()
    {
        var database = folder.Open(busyTimeout: TimeSpan.FromMilliseconds(20));
        await Make(database);
        await using var other = folder.Raw();
        await using var lockIt = other.CreateCommand();
        lockIt.CommandText = "BEGIN IMMEDIATE";
        await lockIt.ExecuteNonQueryAsync(Stop);

        var refusal = await Refused(database);
        Assert.Contains("locked by another process", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.IsTransient);
        Assert.NotEmpty(await new SqliteJobStore(database, null).ListAsync(new JobQuery(), Stop));

        lockIt.CommandText = "ROLLBACK";
        await lockIt.ExecuteNonQueryAsync(Stop);
        await Make(database);
    }

    [Fact]
    public async Task A_file_removed_while_in_use_is_noticed_before_anything_is_written_into_nowhere()
    {
        var database = folder.Open();
        await Make(database);
        File.Move(folder.File(), folder.File("moved.db"));

        Assert.Contains("removed or moved", (await Refused(database)).Message, StringComparison.Ordinal);
        File.Move(folder.File("moved.db"), folder.File());
        await Make(database);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(":memory:")]
    public void Without_a_file_there_is_no_database(string path) =>
        Assert.Throws<ArgumentException>(() => new SqliteDatabase(new SqliteOptions { Path = path }, TimeProvider.System));

    private static Task<CreateJobResult> Make(SqliteDatabase database) => new SqliteJobStore(database, null).CreateAsync(Some.New(Some.Job()), Stop);

    private async Task<StoreException> Refused(SqliteDatabase database)
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(() => Make(database));
        Assert.Equal(database.Path, refusal.Location);
        Assert.Contains(folder.Root, refusal.Message, StringComparison.Ordinal);
        Assert.False(refusal.IsCommitUnknown);
        return refusal;
    }
}
