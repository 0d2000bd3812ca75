using VideoGen.Sdk.Contracts.Trends;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends.Tests.Sources;

public sealed class FeedSourceContractTests : TrendSourceContract, IAsyncDisposable
{
    private const string Body = "<rss version=\"2.0\"><channel><title>t</title><link>https://e.com</link><description>d</description><item><title>One</title></item></channel></rss>";

    private readonly RawServer host = RawServer.Answering((200, Body));

    protected override Task<ITrendSource> CreateAsync() => Task.FromResult<ITrendSource>(new FeedSource(Net.Factory(), "feed", host.BaseUrl, Net.Loopback, Net.Clock()));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
