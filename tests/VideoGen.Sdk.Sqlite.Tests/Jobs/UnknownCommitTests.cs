using Microsoft.Data.Sqlite;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

/// <summary>A commit whose answer is lost is read back: what was written counts, what was not is said so.</summary>
public sealed class UnknownCommitTests : JobStoreHarness, IDisposable
{
    private readonly TempFolder folder = new();
    private SqliteDatabase? database;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_save_that_was_written_counts_although_its_commit_failed()
    {
        var stored = await Owned("a");
        FailCommit(written: true);

        var stamp = await Saved(stored.Job with { Stage = "Submit" }, stored.Stamp);
        Assert.Equal(stamp, (await Found(stored.Job.Id)).Stamp);
    }

    [Fact]
    public async Task A_save_that_was_not_written_can_be_made_again()
    {
        var stored = await Owned("a");
        FailCommit(written: false);

        var failure = await Assert.ThrowsAsync<StoreException>(() => Store.SaveAsync(stored.Job, stored.Stamp, true, Stop));
        Assert.True(failure.IsTransient);
        Assert.False(failure.IsCommitUnknown);
        await Saved(stored.Job, stored.Stamp);
    }

    [Fact]
    public async Task An_intent_that_was_written_counts_although_its_commit_failed()
    {
        var stored = await Owned("a");
        FailCommit(written: true);

        Assert.IsType<IntentResult.Saved>(await Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));
        Assert.NotNull(await Store.FindIntentAsync(stored.Job.Id, 1, Stop));
    }

    [Fact]
    public async Task An_intent_that_was_not_written_allows_no_post()
    {
        var stored = await Owned("a");
        FailCommit(written: false);

        await Assert.ThrowsAsync<StoreException>(() => Store.SaveIntentAsync(stored.Job, stored.Stamp, Some.Intent(stored.Job.Id), Stop));
        Assert.Null(await Store.FindIntentAsync(stored.Job.Id, 1, Stop));
        Assert.Equal(stored.Stamp, (await Found(stored.Job.Id)).Stamp);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_that_a_worker_saved_before_it_was_read_back_counts_as_made(bool manyAtOnce)
    {
        await Owner("a");
        var newJob = Some.New(Some.Job());
        database!.AroundCommit = commit =>
        {
            database.AroundCommit = null;
            commit();
            Assert.Equal(1, folder.Run("UPDATE jobs SET write_id = 'elsewhere', version = version + 1 RETURNING 1"));
            throw new SqliteException("disk I/O error", 10);
        };

        var made = manyAtOnce ? Assert.Single(await Store.CreateManyAsync([newJob], Stop)) : await Store.CreateAsync(newJob, Stop);
        Assert.IsType<CreateJobResult.Created>(made);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_other_write_is_read_back_too(bool written)
    {
        var stored = await Owned("a");
        Func<Task>[] writes =
        [
            () => Store.CreateAsync(Some.New(Some.Job()), Stop),
            () => Store.RecordOutcomeAsync(Some.Statement(stored.Job.Id, SubmissionVerdict.Accepted, "r1"), Stop),
            () => Store.SignalAsync(stored.Job.Id, JobSignalKind.Cancel, Stop),
            () => Store.SignalAsync(stored.Job.Id, JobSignalKind.Wake, Stop),
            () => Store.AddCallbackAsync(new CallbackNote { Provider = "kling", Account = "default", EventId = "e1", JobId = stored.Job.Id }, Stop),
            () => Owner("b"),
            () => Store.RenewOwnerAsync("a", Stop),
            () => Store.RetireOwnerAsync("a", Stop),
            () => Store.TakeAsync(stored.Job.Id, "b", cancellationToken: Stop),
        ];
        foreach (var write in writes)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            FailCommit(written);
            if (!written)
            {
                Assert.True((await Assert.ThrowsAsync<StoreException>(write)).IsTransient);
            }

            await write();
        }
    }

    [Fact]
    public async Task A_full_disk_is_no_unknown_commit()
    {
        var stored = await Owned("a");
        database!.AroundCommit = _ =>
        {
            database.AroundCommit = null;
            throw new SqliteException("database or disk is full", 13);
        };

        var failure = await Assert.ThrowsAsync<StoreException>(() => Store.SaveAsync(stored.Job, stored.Stamp, true, Stop));
        Assert.Contains("full", failure.Message, StringComparison.Ordinal);
        await Saved(stored.Job, stored.Stamp);
    }

    protected override IJobStore CreateStore(TimeProvider clock) => new SqliteJobStore(database = folder.Open(clock), null);

    /// <summary>The next commit fails, before or after it was written.</summary>
    private void FailCommit(bool written) => database!.AroundCommit = commit =>
    {
        database.AroundCommit = null;
        if (written)
        {
            commit();
        }

        throw new SqliteException("disk I/O error", 10);
    };
}
