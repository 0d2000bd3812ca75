using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Analytics;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Tests.Doubles;

/// <summary>A store that is told to break nothing is the store behind it.</summary>
public sealed class ChaosEngagementStoreTests : EngagementStoreContract
{
    protected override Task<IEngagementStore> CreateAsync() => Task.FromResult<IEngagementStore>(new ChaosEngagementStore(new InMemoryEngagementStore(), new ChaosProcess()));
}
