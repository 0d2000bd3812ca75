using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Contracts.Costs;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Sqlite.Costs;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

public sealed class SqliteCostStoreTests : CostStoreContract
{
    private readonly ConcurrentBag<(string Path, SqliteDatabase Database)> opened = [];

    protected override long ModelRuns => 30;

    protected override Task<ICostStore> CreateAsync(FakeTimeProvider clock)
    {
        var path = TestDatabase.NewPath();
        var database = TestDatabase.Open(path, clock);
        opened.Add((path, database));
        return Task.FromResult<ICostStore>(new SqliteCostStore(database));
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var (path, database) in opened)
        {
            database.Dispose();
            TestDatabase.Remove(path);
        }

        await base.DisposeAsync();
    }
}
