using VideoGen.Sdk.Analytics;
using VideoGen.Sdk.Contracts.Analytics;
using VideoGen.Sdk.Testing.Chaos;

namespace VideoGen.Sdk.Trends.Tests;

/// <summary>A history that is told to break nothing is the one behind it.</summary>
public sealed class ChaosTrendHistoryTests : TrendHistoryContract
{
    protected override Task<ITrendHistory> CreateAsync() => Task.FromResult<ITrendHistory>(new ChaosTrendHistory(new InMemoryTrendHistory(Clock), new ChaosProcess()));
}
