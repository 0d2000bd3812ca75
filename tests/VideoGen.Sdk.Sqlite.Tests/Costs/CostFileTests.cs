using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Sqlite.Costs;
using Xunit;

namespace VideoGen.Sdk.Sqlite.Tests.Costs;

public abstract class CostFileTests : IDisposable
{
    private SqliteDatabase? database;

    protected string Path { get; } = TestDatabase.NewPath();

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected SqliteDatabase Database => database ??= TestDatabase.Open(Path, Clock);

    protected ICostStore Store => new SqliteCostStore(Database);

    public void Dispose()
    {
        database?.Dispose();
        TestDatabase.Remove(Path);
        GC.SuppressFinalize(this);
    }

    protected void Close()
    {
        database?.Dispose();
        database = null;
    }

    protected static HoldRequest For(string job, decimal usd, params Limit[] limits) => new()
    {
        Key = new AttemptKey(job, 1),
        ClientReference = job,
        EstimateUsd = usd,
        Provider = "kling",
        Account = "default",
        Model = "kling-v2",
        Tenant = "acme",
        Tags = ["reel"],
        Limits = limits,
    };

    protected static Limit Daily(decimal amount) =>
        new() { Name = "day", Scope = LimitScope.All, Window = new LimitWindow.Day(TimeZoneInfo.Utc), Unit = LimitUnit.Usd, Amount = amount };

    protected static Limit Running(int amount) =>
        new() { Name = "running", Scope = LimitScope.All, Window = new LimitWindow.WhileOpen(), Unit = LimitUnit.Submissions, Amount = amount };

    protected async Task<AttemptLine> HoldAsync(HoldRequest request) => Assert.IsType<HoldResult.Held>(await Store.HoldAsync(request, Token)).Line;

    protected Task<int> ExecuteAsync(string sql) => Database.WriteAsync(scope => scope.Execute(sql), null, Token);
}
