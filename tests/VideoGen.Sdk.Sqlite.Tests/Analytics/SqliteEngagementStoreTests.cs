using System.Collections.Concurrent;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Analytics;
using VideoGen.Sdk.Sqlite.Analytics;
using VideoGen.Sdk.Sqlite.Tests.Costs;

namespace VideoGen.Sdk.Sqlite.Tests.Analytics;

public sealed class SqliteEngagementStoreTests : EngagementStoreContract, IDisposable
{
    private readonly ConcurrentBag<(string Path, SqliteDatabase Database)> opened = [];

    protected override long Runs => 20;

    protected override Task<IEngagementStore> CreateAsync()
    {
        var path = TestDatabase.NewPath();
        var database = TestDatabase.Open(path);
        opened.Add((path, database));
        return Task.FromResult<IEngagementStore>(new SqliteEngagementStore(database));
    }

    public void Dispose()
    {
        foreach (var (path, database) in opened)
        {
            database.Dispose();
            TestDatabase.Remove(path);
        }
    }
}
