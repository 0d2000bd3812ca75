using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Contracts.Costs;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Costs;

public sealed class InMemoryCostStoreTests : CostStoreContract
{
    protected override Task<ICostStore> CreateAsync(FakeTimeProvider clock) => Task.FromResult<ICostStore>(new InMemoryCostStore(clock));
}
