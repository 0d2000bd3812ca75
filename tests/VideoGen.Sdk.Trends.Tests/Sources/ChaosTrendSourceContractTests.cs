using VideoGen.Sdk.Contracts.Trends;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends.Tests.Sources;

/// <summary>A source that is told to break nothing is the one behind it.</summary>
public sealed class ChaosTrendSourceContractTests : TrendSourceContract
{
    protected override Task<ITrendSource> CreateAsync()
    {
        var source = new PushSource();
        Assert.True(source.Push(new TrendItem { Id = "1", Source = "x", Title = "One", SeenAt = Net.Begin }));
        return Task.FromResult<ITrendSource>(new ChaosTrendSource(source, new ChaosProcess()));
    }
}
