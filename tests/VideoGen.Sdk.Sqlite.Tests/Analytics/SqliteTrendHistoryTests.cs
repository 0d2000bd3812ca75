using System.Collections.Concurrent;
using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Analytics;
using VideoGen.Sdk.Sqlite.Analytics;
using VideoGen.Sdk.Sqlite.Tests.Costs;

namespace VideoGen.Sdk.Sqlite.Tests.Analytics;

public sealed class SqliteTrendHistoryTests : TrendHistoryContract, IDisposable
{
    private readonly ConcurrentBag<(string Path, SqliteDatabase Database)> opened = [];

    protected override Task<ITrendHistory> CreateAsync()
    {
        var path = TestDatabase.NewPath();
        var database = TestDatabase.Open(path, Clock);
        opened.Add((path, database));
        return Task.FromResult<ITrendHistory>(new SqliteTrendHistory(database));
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
