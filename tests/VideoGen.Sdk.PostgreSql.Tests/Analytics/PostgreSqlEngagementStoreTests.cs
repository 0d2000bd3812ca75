using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Analytics;
using VideoGen.Sdk.PostgreSql.Analytics;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Analytics;

public sealed class PostgreSqlEngagementStoreTests(SharedServer server) : EngagementStoreContract, IAsyncDisposable
{
    private Schemas? schemas;

    protected override long Runs => 20;

    protected override async Task<IEngagementStore> CreateAsync() =>
        new PostgreSqlEngagementStore((schemas ??= new Schemas(await server.GetAsync())).Open(null, Schemas.NewName()));

    public async ValueTask DisposeAsync() => await (schemas?.DisposeAsync() ?? ValueTask.CompletedTask);
}
