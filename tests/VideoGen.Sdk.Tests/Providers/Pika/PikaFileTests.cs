using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Pika;

public sealed class PikaFileTests
{
    private static readonly byte[] Picture = [137, 80, 78, 71, 13, 10, 26, 10];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bytes_go_to_a_slot_with_exactly_its_headers_and_without_the_key(bool canSeek)
    {
        await using var server = Uploading("""{"Content-Type":"image/png","x-amz-meta-owner":"7"}""");

        var prepared = await PikaDesk.At(server).PrepareInputAsync(Stored(canSeek), Token);

        var (ask, put) = (server.Requests.First(), server.Requests.Last());
        Assert.Equal(("POST", "/v1/media/uploads", """{"content_type":"image/png","size_bytes":8}""", PikaDesk.Key), (ask.Method, ask.Path, ask.Text, ask.Headers["X-API-Key"]));
        Assert.Equal(("PUT", "/store/1?signature=abc", "image/png", "7"), (put.Method, put.Path, put.Headers["Content-Type"], put.Headers["x-amz-meta-owner"]));
        Assert.False(put.Headers.ContainsKey("X-API-Key"));
        Assert.Equal(Picture, put.Body);
        Assert.Equal("https://in.pika.art/1.png", prepared.Reference);
        Assert.NotNull(prepared.ExpiresAt);
    }

    [Fact]
    public async Task A_public_address_is_handed_on_and_one_in_the_clear_is_not()
    {
        await using var server = RawServer.Answering((500, ""));
        var pika = PikaDesk.At(server);

        Assert.Equal("https://img.example/a.png", (await pika.PrepareInputAsync(new InputMedia { Role = ReferenceRole.FirstFrame, Url = new Uri("https://img.example/a.png") }, Token)).Reference);
        var thrown = await Assert.ThrowsAsync<ProviderCallException>(() => pika.PrepareInputAsync(new InputMedia { Role = ReferenceRole.FirstFrame, Url = new Uri("http://img.example/a.png") }, Token));
        Assert.Equal(ProviderFailureKind.NotSupported, thrown.Failure?.Kind);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(413, """{"message":"too large"}""", ProviderFailureKind.InvalidRequest)]
    [InlineData(415, """{"message":"wrong type"}""", ProviderFailureKind.InvalidRequest)]
    [InlineData(401, """{"message":"bad key"}""", ProviderFailureKind.Authentication)]
    [InlineData(503, """{"message":"down","code":"provider_unavailable"}""", ProviderFailureKind.Transient)]
    [InlineData(200, """{"upload_url":null}""", ProviderFailureKind.Transient)]
    public async Task A_slot_that_is_refused_says_why(int code, string body, ProviderFailureKind kind)
    {
        await using var server = RawServer.Answering((code, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => PikaDesk.At(server).PrepareInputAsync(Stored(true), Token))).Failure?.Kind);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://store.example/1")]
    [InlineData("file:///etc/passwd")]
    public async Task A_slot_that_lies_elsewhere_gets_no_byte(string uploadUrl)
    {
        await using var server = RawServer.Answering((200, $$"""{"upload_url":"{{uploadUrl}}","url":"https://in.pika.art/1.png","headers":{} }"""));

        await Assert.ThrowsAsync<ProviderCallException>(() => PikaDesk.At(server).PrepareInputAsync(Stored(true), Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_slot_that_asks_for_the_key_does_not_get_it()
    {
        await using var server = Uploading("""{"X-API-Key":"please"}""");

        await Assert.ThrowsAsync<ProviderCallException>(() => PikaDesk.At(server).PrepareInputAsync(Stored(true), Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_expired_link_is_refreshed_by_the_content_endpoint_and_the_file_host_gets_no_key()
    {
        RawServer? server = null;
        await using var both = server = new RawServer(call => call.Request.Path switch
        {
            "/old.mp4" => call.AnswerAsync(410),
            "/new.mp4" => call.AnswerAsync(200, "video"),
            _ => call.AnswerAsync(200, $$"""{"url":"{{server!.BaseUrl}}new.mp4"}"""),
        });
        var stale = new ProviderJobStatus { State = ProviderJobState.Succeeded, Outputs = [new Uri(server.BaseUrl, "old.mp4")] };

        await using var content = await PikaDesk.At(new Uri(server.BaseUrl.AbsoluteUri.Replace("127.0.0.1", "localhost", StringComparison.Ordinal))).OpenOutputAsync(new OutputRequest { Job = PikaDesk.Job(), Status = stale }, Token);

        Assert.Equal("video", await new StreamReader(content.Stream).ReadToEndAsync(Token));
        Assert.Equal(["/old.mp4", "/v1/media/jobs/job_1/content", "/new.mp4"], server.Requests.Select(r => r.Path));
        Assert.All(server.Requests.Where(r => r.Path.EndsWith(".mp4", StringComparison.Ordinal)), r => Assert.False(r.Headers.ContainsKey("X-API-Key")));
    }

    [Fact]
    public async Task A_file_on_the_apis_own_host_gets_the_key_once_it_asks_and_loses_it_at_the_redirect()
    {
        await using var cdn = RawServer.Answering((200, "video"));
        await using var server = new RawServer(call => call.Request.Path.EndsWith("/content", StringComparison.Ordinal) ? call.AnswerAsync(409)
            : call.Request.Headers.ContainsKey("X-API-Key") ? call.AnswerAsync(302, "", $"Location: {cdn.BaseUrl}job_1.mp4") : call.AnswerAsync(401));
        var known = new ProviderJobStatus { State = ProviderJobState.Succeeded, Outputs = [new Uri(server.BaseUrl, "/v1/files/job_1.mp4")] };

        await using var content = await PikaDesk.At(server).OpenOutputAsync(new OutputRequest { Job = PikaDesk.Job(), Status = known }, Token);

        Assert.Equal("video", await new StreamReader(content.Stream).ReadToEndAsync(Token));
        Assert.False(Assert.Single(cdn.Requests).Headers.ContainsKey("X-API-Key"));
    }

    [Fact]
    public async Task Content_that_is_not_there_yet_is_asked_for_again_later()
    {
        await using var server = RawServer.Answering((409, """{"message":"not yet"}"""));

        var thrown = await Assert.ThrowsAsync<ProviderCallException>(() => PikaDesk.At(server).OpenOutputAsync(new OutputRequest { Job = PikaDesk.Job() }, Token));

        Assert.Equal(ProviderFailureKind.Transient, thrown.Failure?.Kind);
    }

    private static RawServer Uploading(string headers)
    {
        RawServer? server = null;
        server = new RawServer(c => c.Request.Method == "PUT"
            ? c.AnswerAsync(200)
            : c.AnswerAsync(200, $$"""{"upload_url":"{{server!.BaseUrl}}store/1?signature=abc","url":"https://in.pika.art/1.png","headers":{{headers}} }"""));
        return server;
    }

    private static InputMedia Stored(bool canSeek) => new()
    {
        Role = ReferenceRole.FirstFrame,
        ContentType = "image/png",
        OpenReadAsync = _ => Task.FromResult<Stream>(canSeek ? new MemoryStream(Picture) : new BufferedStream(new OneWay(Picture))),
    };

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
