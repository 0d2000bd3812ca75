using Microsoft.Data.Sqlite;
using SQLitePCL;
using VideoGen.Sdk.Contracts.Jobs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Sqlite.Jobs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Jobs;

/// <summary>What a claim costs, counted in steps of SQLite's machine and not in time: neither the backlog nor what others hold makes it dearer.</summary>
public sealed class ClaimCostTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_claim_costs_the_same_with_a_long_backlog_and_with_many_jobs_in_hand()
    {
        var store = new SqliteJobStore(folder.Open(), null);
        foreach (var owner in new[] { "a", "b" })
        {
            await store.RegisterOwnerAsync(new OwnerRegistration { OwnerId = owner, Kind = "worker", Machine = "test", Lease = TimeSpan.FromDays(1) }, Stop);
        }

        await AddAsync(store, 50, null);
        await AddAsync(store, 50, "b");
        var few = StepsOfClaim(1);
        await AddAsync(store, 1_500, null);
        await AddAsync(store, 1_500, "b");

        Assert.InRange(StepsOfClaim(1), few / 2, few * 5 / 4);
        Assert.InRange(few, 1, 2_000);
    }

    private static async Task AddAsync(SqliteJobStore store, int count, string? owner) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => store.CreateAsync(Some.New(Some.Job(), owner), Stop)));

    private long StepsOfClaim(int max)
    {
        var steps = 0L;
        using var connection = new SqliteConnection($"Data Source={folder.File()};Pooling=False");
        connection.Open();
        raw.sqlite3_progress_handler(connection.Handle, 1, _ => (int)(0 * ++steps), null);
        using var session = new SqliteSession(connection);
        session.Execute("BEGIN IMMEDIATE");
        var reader = new JobReader(new ProtectedBytes(null, folder.File()), folder.File());
        Assert.Equal(max, JobClaiming.Claim(new SqliteScope(session, TimeProvider.System.GetUtcNow()), reader, new JobClaim { OwnerId = "a", Max = max }, canDecrypt: false).Count);
        session.Execute("ROLLBACK");
        return steps;
    }
}
