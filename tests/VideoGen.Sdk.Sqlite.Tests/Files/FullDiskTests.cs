using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Files;

/// <summary>A disk without room costs a clear error and no job.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_before_the_disk_was_full_is_there_what_was_refused_is_not_and_the_store_goes_on()
    {
        var database = folder.Open();
        var store = new SqliteJobStore(database, null);
        await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = "a", Kind = "worker", Machine = "test", Lease = TimeSpan.FromMinutes(5) }, Stop);
        var held = ((CreateJobResult.Created)await store.CreateAsync(Some.New(Some.Job(), "a"), Stop)).Stored;
        var pages = await database.WriteAsync(scope => scope.First("PRAGMA page_count", row => row.Number("page_count")), null, Stop);

        var acknowledged = new List<string>();
        StoreException? full = null;
        while (full is null)
        {
            // A writer that met the end of the disk is opened anew, and its bound with it.
            await database.WriteAsync(scope => scope.First($"PRAGMA max_page_count = {pages + 40}", row => row.Number("max_page_count")), null, Stop);
            var job = Long();
            try
            {
                await store.CreateAsync(Some.New(job), Stop);
                acknowledged.Add(job.Id);
            }
            catch (StoreException refusal)
            {
                full = refusal;
                Assert.Null(await store.FindAsync(job.Id, Stop));
            }
        }

        Assert.Contains("is full", full.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing already saved is lost", full.Message, StringComparison.Ordinal);
        Assert.True(full is { IsTransient: true, IsCommitUnknown: false });
        Assert.NotEmpty(acknowledged);
        await database.WriteAsync(scope => scope.First($"PRAGMA max_page_count = {pages + 40}", row => row.Number("max_page_count")), null, Stop);
        await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(Long(held.Job.Id, 400_000), held.Stamp, true, Stop));
        await database.WriteAsync(scope => scope.First("PRAGMA max_page_count = 1000000", row => row.Number("max_page_count")), null, Stop);

        foreach (var id in acknowledged)
        {
            Assert.NotNull(await store.FindAsync(id, Stop));
        }

        Assert.IsType<SaveResult.Saved>(await store.SaveAsync(held.Job, held.Stamp, true, Stop));
        Assert.Equal(1, folder.Run("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"));
    }

    [Fact]
    public void A_lock_is_waited_for_half_a_minute() => Assert.Equal(TimeSpan.FromSeconds(30), new SqliteOptions().BusyTimeout);

    private static VideoJob Long(string? id = null, int length = 20_000) => Some.Job(id) with { Reason = new string('x', length) };
}
