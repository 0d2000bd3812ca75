using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Contracts.Costs;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>A store that is told to break nothing is the store behind it.</summary>
public sealed class ChaosCostStoreTests : CostStoreContract
{
    protected override Task<ICostStore> CreateAsync(FakeTimeProvider clock) => Task.FromResult<ICostStore>(new ChaosCostStore(new InMemoryCostStore(clock), new ChaosProcess()));
}
