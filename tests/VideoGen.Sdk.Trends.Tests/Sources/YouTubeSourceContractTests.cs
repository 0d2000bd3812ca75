using VideoGen.Sdk.Contracts.Trends;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends.Tests.Sources;

public sealed class YouTubeSourceContractTests : TrendSourceContract, IAsyncDisposable
{
    private const string Body = """{"items":[{"id":"a","snippet":{"title":"One"}}]}""";

    private readonly RawServer host = RawServer.Answering((200, Body));

    protected override Task<ITrendSource> CreateAsync() => Task.FromResult<ITrendSource>(new YouTubeSource(Net.Factory(), () => "key", "US", Net.Clock(), host.BaseUrl));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
