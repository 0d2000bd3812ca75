using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Analytics;

namespace VideoGen.Sdk.Tests.Analytics;

public sealed class InMemoryEngagementStoreTests : EngagementStoreContract
{
    protected override Task<IEngagementStore> CreateAsync() => Task.FromResult<IEngagementStore>(new InMemoryEngagementStore());
}
