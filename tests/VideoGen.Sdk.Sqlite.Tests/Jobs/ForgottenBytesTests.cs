using Xunit;
using System.Globalization;
using System.Text;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

/// <summary>What was forgotten is in no byte of the folder: not in the file, its free pages, or its log.</summary>
public sealed class ForgottenBytesTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_byte_of_a_forgotten_prompt_is_left_among_jobs_that_grew_and_shrank()
    {
        var store = await Open(folder.Open());
        var jobs = new List<StoredJob>();
        for (var number = 0; number < 60; number++)
        {
            jobs.Add(await LiveAsync(store, number));
        }

        Assert.Contains("secret-7-", Bytes(), StringComparison.Ordinal);
        string[] forgotten = [.. jobs.Where((_, number) => number % 3 != 0).Select(stored => stored.Job.Id)];
        Assert.Equal(40, (await store.ForgetAsync(forgotten, null, Stop)).Count);

        var left = Bytes();
        for (var number = 0; number < 60; number++)
        {
            Assert.Equal(number % 3 == 0, left.Contains($"secret-{number}-", StringComparison.Ordinal));
        }

        Assert.Equal(60, folder.Run("SELECT count(*) FROM video_generations"));
        Assert.Equal(40, folder.Run("SELECT count(*) FROM video_generations WHERE prompt IS NULL AND error IS NULL AND video_path IS NULL AND status = 'Forgotten'"));
        Assert.Equal(1, folder.Run("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"));
    }

    [Theory(Timeout = 20_000)]
    [InlineData(50)]
    [InlineData(30_000)]
    public async Task A_reader_that_holds_the_log_is_named_and_the_call_is_repeated(int busyMilliseconds)
    {
        var store = await Open(folder.Open(busyTimeout: TimeSpan.FromMilliseconds(busyMilliseconds)));
        var job = await LiveAsync(store, 7);
        await using var reader = folder.Raw();
        await using var look = reader.CreateCommand();
        look.CommandText = "BEGIN; SELECT count(*) FROM jobs";
        await look.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.ForgetAsync([job.Job.Id], null, Stop));
        Assert.True(refusal.IsTransient);
        Assert.Contains("call ForgetAsync once more", refusal.Message, StringComparison.Ordinal);
        Assert.Null(await store.FindAsync(job.Job.Id, Stop));
        look.CommandText = "ROLLBACK";
        await look.ExecuteNonQueryAsync(Stop);
        Assert.Empty(await store.ForgetAsync([job.Job.Id], null, Stop));
        Assert.DoesNotContain("secret-7-", Bytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_about_money_changes_in_nothing_but_its_words()
    {
        var store = await Open(folder.Open());
        var job = await LiveAsync(store, 7);
        await store.ForgetAsync([job.Job.Id], null, Stop);

        foreach (var change in new[] { "failure = 'other'", "verdict = 'Rejected'", "remote_id = NULL", "attempt = 9", "estimate_micro_usd = 1", "source = 'x'", "at = 1" })
        {
            Assert.Contains("append-only", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => folder.Run($"UPDATE submission_outcomes SET {change}")).Message, StringComparison.Ordinal);
        }

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => folder.Run("DELETE FROM submission_outcomes"));
    }

    private static async Task<SqliteJobStore> Open(SqliteDatabase database)
    {
        var store = new SqliteJobStore(database, null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        return store;
    }

    /// <summary>A job that is saved over and over, longer and shorter than a page, and ends.</summary>
    private static async Task<StoredJob> LiveAsync(SqliteJobStore store, int number)
    {
        var secret = string.Create(CultureInfo.InvariantCulture, $"secret-{number}-");
        var words = Enumerable.Repeat(secret, 20 + (number % 7 * 40));
        var job = Some.Job(key: secret, tenant: "acme") with { Request = new VideoRequest { Prompt = string.Concat(words), IdempotencyKey = secret, Tenant = "acme" } };
        var stored = ((CreateJobResult.Created)await store.CreateAsync(Some.New(job, "a"), Stop)).Stored;
        var stamp = stored.Stamp;
        for (var save = 0; save < 6; save++)
        {
            job = job with { Reason = string.Concat(Enumerable.Repeat(secret, save % 2 == 0 ? 900 : 1)) };
            stamp = ((SaveResult.Saved)await store.SaveAsync(job, stamp, true, Stop)).Stamp;
        }

        stamp = ((IntentResult.Saved)await store.SaveIntentAsync(job, stamp, Some.Intent(job.Id) with { Content = Encoding.UTF8.GetBytes(secret), IdempotencyKey = secret }, Stop)).Stamp;
        await store.RecordOutcomeAsync(Some.Statement(job.Id, SubmissionVerdict.Accepted, $"r{job.Id}") with { Failure = new ProviderFailure { Kind = ProviderFailureKind.ContentRejected, Message = $"not {secret}" } }, Stop);
        await store.SaveAsync(job with { State = VideoState.Failed }, stamp, true, Stop);
        return stored;
    }

    private string Bytes() => string.Concat(Directory.GetFiles(folder.Root).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
