using VideoGen.Sdk.Contracts.Trends;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends.Tests.Sources;

public sealed class PushSourceContractTests : TrendSourceContract
{
    protected override Task<ITrendSource> CreateAsync()
    {
        var source = new PushSource();
        Assert.True(source.Push(new TrendItem { Id = "1", Source = "x", Title = "One", SeenAt = Net.Begin }));
        return Task.FromResult<ITrendSource>(source);
    }
}
