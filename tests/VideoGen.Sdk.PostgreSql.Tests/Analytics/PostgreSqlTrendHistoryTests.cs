using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Analytics;
using VideoGen.Sdk.PostgreSql.Analytics;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Analytics;

public sealed class PostgreSqlTrendHistoryTests(SharedServer server) : TrendHistoryContract, IAsyncDisposable
{
    private Schemas? schemas;

    protected override async Task<ITrendHistory> CreateAsync() =>
        new PostgreSqlTrendHistory((schemas ??= new Schemas(await server.GetAsync())).Open(Clock, Schemas.NewName()));

    public async ValueTask DisposeAsync() => await (schemas?.DisposeAsync() ?? ValueTask.CompletedTask);
}
