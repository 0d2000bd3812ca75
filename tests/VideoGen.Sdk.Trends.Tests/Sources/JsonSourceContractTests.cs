using VideoGen.Sdk.Contracts.Trends;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Trends.Sources;

namespace VideoGen.Sdk.Trends.Tests.Sources;

public sealed class JsonSourceContractTests : TrendSourceContract, IAsyncDisposable
{
    private const string Body = """{"items":[{"title":"One"}]}""";

    private readonly RawServer host = RawServer.Answering((200, Body));

    protected override Task<ITrendSource> CreateAsync() => Task.FromResult<ITrendSource>(new JsonSource(Net.Factory(), "api", host.BaseUrl, null, Net.Loopback, Net.Clock()));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
