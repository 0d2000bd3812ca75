using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Analytics;

namespace VideoGen.Sdk.Trends.Tests;

public sealed class InMemoryTrendHistoryTests : TrendHistoryContract
{
    protected override Task<ITrendHistory> CreateAsync() => Task.FromResult<ITrendHistory>(new InMemoryTrendHistory(Clock));
}
