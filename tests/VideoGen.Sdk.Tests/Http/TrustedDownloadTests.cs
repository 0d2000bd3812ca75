using VideoGen.Sdk.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Http;

/// <summary>Storage of the app's own, named origin by origin: files may come from there, keys may not go there, and nothing beyond it opens.</summary>
public sealed class TrustedDownloadTests
{
    private static readonly KeyValuePair<string, string> Key = KeyValuePair.Create("Authorization", Calls.Key);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gateway_may_send_us_to_storage_that_the_app_named_and_the_key_stays_behind()
    {
        await using var storage = RawServer.Answering((200, "video"));
        await using var api = new RawServer(call => call.AnswerAsync(302, "", $"Location: {storage.BaseUrl}bucket/v.mp4"));

        Assert.Equal("video", await TextAsync(api, storage.BaseUrl));
        Assert.Equal(Calls.Key, Assert.Single(api.Requests).Headers["Authorization"]);
        Assert.False(Assert.Single(storage.Requests).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_gateways_own_origin_gets_no_key_either_once_it_is_reached_through_storage()
    {
        RawServer? door = null;
        await using var api = door = new RawServer(call => call.Request.Path == "/content" ? call.AnswerAsync(302, "", $"Location: {call.Request.Headers["X-Storage"]}") : call.AnswerAsync(200, "video"));
        await using var storage = new RawServer(call => call.AnswerAsync(302, "", $"Location: {door.BaseUrl}again"));
        var request = new DownloadRequest { Address = new Uri(api.BaseUrl, "content"), OwnOriginHeaders = [Key], Headers = [KeyValuePair.Create("X-Storage", storage.BaseUrl.ToString())] };

        await using var download = Assert.IsType<DownloadOutcome.Opened>(await At(api.BaseUrl, api.BaseUrl, storage.BaseUrl).OpenDownloadAsync(request, Token)).Download;

        Assert.True(api.Requests.First().Headers.ContainsKey("Authorization"));
        Assert.False(api.Requests.Last().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Storage_that_sends_us_on_into_the_house_is_not_followed()
    {
        await using var house = RawServer.Answering((200, "secret"));
        await using var storage = new RawServer(call => call.AnswerAsync(302, "", $"Location: {house.BaseUrl}"));

        Assert.Equal(ProviderFailureKind.NotSupported, (await FailureAsync(storage.BaseUrl, storage.BaseUrl)).Kind);
        Assert.Single(storage.Requests);
        Assert.Empty(house.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}", "http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1:{0}", "https://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}", "http://localhost:{0}")]
    [InlineData("http://localhost:{0}", "http://127.0.0.1:{0}")]
    public async Task Another_scheme_host_or_port_is_another_origin(string link, string trusted)
    {
        await using var house = RawServer.Answering((200, "secret"));
        var port = house.BaseUrl.Port;

        var failure = await FailureAsync(new Uri(string.Format(null, link, port)), new Uri(string.Format(null, trusted, port)));

        Assert.Equal(ProviderFailureKind.NotSupported, failure.Kind);
        Assert.Contains("TrustedDownloadOrigins", failure.Message, StringComparison.Ordinal);
        Assert.Empty(house.Requests);
    }

    [Fact]
    public async Task Nothing_is_uploaded_to_storage_that_is_trusted_for_downloads()
    {
        await using var storage = RawServer.Answering((200, ""));

        var outcome = await At(new Uri("https://api.example"), storage.BaseUrl).SendToLinkAsync(VendorRequest.Post(storage.BaseUrl.ToString(), "x"u8.ToArray()), Token);

        Assert.IsType<TransportOutcome.NotSent>(outcome);
        Assert.Empty(storage.Requests);
    }

    private static VendorHttp At(Uri api, params Uri[] trusted) => VendorHttp.Create(() => new VendorEndpoint { BaseUrl = api, AllowPlainHttp = true, TrustedDownloadOrigins = trusted });

    private static async Task<string> TextAsync(RawServer api, params Uri[] trusted)
    {
        var outcome = await At(api.BaseUrl, trusted).OpenDownloadAsync(new DownloadRequest { Address = new Uri(api.BaseUrl, "content"), OwnOriginHeaders = [Key] }, Token);
        await using var download = Assert.IsType<DownloadOutcome.Opened>(outcome).Download;
        return await new StreamReader(download.Stream).ReadToEndAsync(Token);
    }

    private static async Task<ProviderFailure> FailureAsync(Uri link, Uri trusted) =>
        Assert.IsType<DownloadOutcome.Failed>(await At(new Uri("https://api.example"), trusted).OpenDownloadAsync(new DownloadRequest { Address = link }, Token)).Failure;
}
