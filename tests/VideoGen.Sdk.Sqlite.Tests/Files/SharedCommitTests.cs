using Microsoft.Data.Sqlite;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Files;

/// <summary>Writes that wait while a commit is on its way share the next one, and nothing else: each has its own answer.</summary>
public sealed class SharedCommitTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteDatabase database;
    private readonly SemaphoreSlim released = new(0);
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int commits;

    public SharedCommitTests()
    {
        database = folder.Open();
        folder.Run("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        folder.Dispose();
        released.Dispose();
    }

    [Fact]
    public async Task Those_who_wait_for_a_commit_share_the_next_one()
    {
        var first = await HoldAsync(() => Note(0));
        var others = Enumerable.Range(1, 20).Select(id => Note(id)).ToList();
        released.Release();

        await first;
        Assert.Equal(Enumerable.Range(1, 20).Select(id => (long)id), await Task.WhenAll(others));
        Assert.Equal(2, commits);
        Assert.Equal(21, folder.Run("SELECT count(*) FROM notes"));
    }

    [Fact]
    public async Task A_write_that_fails_undoes_its_own_statements_and_nobody_elses()
    {
        var first = await HoldAsync(() => Note(0));
        var before = Note(1);
        var failing = database.WriteAsync<int>(scope => Insert(scope, 2) > 0 ? throw new InvalidOperationException("not this one") : 0, null, Stop);
        var refused = Note(1);
        var after = Note(3);
        released.Release();

        await Task.WhenAll(first, before, after);
        Assert.Equal("not this one", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        await Assert.ThrowsAsync<StoreException>(() => refused);
        Assert.Equal(0, folder.Run("SELECT count(*) FROM notes WHERE id = 2"));
        Assert.Equal(3, folder.Run("SELECT count(*) FROM notes"));
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_has_written_nothing()
    {
        var first = await HoldAsync(() => Note(0));
        using var giveUp = new CancellationTokenSource();
        var given = database.WriteAsync(scope => Insert(scope, 1), null, giveUp.Token);
        var other = Note(2);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        released.Release();

        await Task.WhenAll(first, other);
        Assert.Equal(0, folder.Run("SELECT count(*) FROM notes WHERE id = 1"));
    }

    [Fact]
    public async Task What_has_begun_is_finished_whoever_gives_up()
    {
        using var giveUp = new CancellationTokenSource();
        var first = await HoldAsync(() => database.WriteAsync(scope => Insert(scope, 1), null, giveUp.Token));
        await giveUp.CancelAsync();
        released.Release();
        Assert.Equal(1, await first);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shared_commit_whose_answer_is_lost_is_read_back_for_each(bool written)
    {
        var first = await HoldAsync(() => Note(0));
        var readable = database.WriteAsync(scope => Insert(scope, 1), scope => scope.Any("SELECT 1 FROM notes WHERE id = 1"), Stop);
        var other = database.WriteAsync(scope => Insert(scope, 2), scope => scope.Any("SELECT 1 FROM notes WHERE id = 2"), Stop);
        var unreadable = Note(3);
        database.AroundCommit = commit =>
        {
            database.AroundCommit = null;
            if (written)
            {
                commit();
            }

            throw new SqliteException("disk I/O error", 10);
        };
        released.Release();

        await first;
        Assert.True((await Assert.ThrowsAsync<StoreException>(() => unreadable)).IsCommitUnknown);
        foreach (var write in new[] { readable, other })
        {
            if (written)
            {
                Assert.Equal(1, await write);
            }
            else
            {
                Assert.False((await Assert.ThrowsAsync<StoreException>(() => write)).IsCommitUnknown);
            }
        }

        Assert.Equal(written ? 4 : 1, folder.Run("SELECT count(*) FROM notes"));
    }

    [Fact]
    public async Task A_disk_that_is_too_full_for_all_may_have_room_for_each()
    {
        var first = await HoldAsync(() => Note(0));
        var others = new[] { Note(1), Note(2) };
        database.AroundCommit = _ =>
        {
            database.AroundCommit = null;
            throw new SqliteException("database or disk is full", 13);
        };
        released.Release();

        await first;
        await Task.WhenAll(others);
        Assert.Equal(3, folder.Run("SELECT count(*) FROM notes"));
    }

    [Fact]
    public async Task After_the_end_whoever_waits_is_told_so()
    {
        var first = await HoldAsync(() => Note(0));
        var waiting = Note(1);
        var end = Task.Run(database.Dispose, Stop);
        released.Release();

        await first;
        await end;
        await Task.WhenAny(waiting);
        Assert.True(waiting.IsCompletedSuccessfully || waiting.Exception?.InnerException is ObjectDisposedException);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Note(2));
    }

    private static int Insert(SqliteScope scope, int id) => scope.Execute("INSERT INTO notes (id) VALUES ($id)", ("id", id));

    private Task<long> Note(int id) => database.WriteAsync(scope => Insert(scope, id) * (long)id, null, Stop);

    /// <summary>Comes back while this write's commit is on its way, where it stays until released.</summary>
    private async Task<Task<T>> HoldAsync<T>(Func<Task<T>> write)
    {
        // The first opening has a commit of its own, past the hook.
        database.AroundCommit = commit =>
        {
            if (Interlocked.Increment(ref commits) == 1)
            {
                held.SetResult();
                released.Wait(Stop);
            }

            commit();
        };
        var holding = write();
        await held.Task;
        return holding;
    }
}
