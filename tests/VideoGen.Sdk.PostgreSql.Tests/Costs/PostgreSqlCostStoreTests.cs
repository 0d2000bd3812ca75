using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Contracts.Costs;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.PostgreSql.Costs;
using VideoGen.Sdk.PostgreSql.Tests.Server;

namespace VideoGen.Sdk.PostgreSql.Tests.Costs;

public sealed class PostgreSqlCostStoreTests(SharedServer server) : CostStoreContract
{
    private Schemas? schemas;

    protected override long ModelRuns => 30;

    protected override async Task<ICostStore> CreateAsync(FakeTimeProvider clock) =>
        new PostgreSqlCostStore((schemas ??= new Schemas(await server.GetAsync())).Open(clock, Schemas.NewName()));

    public override async ValueTask DisposeAsync()
    {
        await (schemas?.DisposeAsync() ?? ValueTask.CompletedTask);
        await base.DisposeAsync();
    }
}
