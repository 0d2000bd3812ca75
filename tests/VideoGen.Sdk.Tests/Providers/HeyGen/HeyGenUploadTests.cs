using Microsoft.Extensions.Time.Testing;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

public sealed class HeyGenUploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(32_000_001)]
    public async Task An_upload_of_either_size_is_found_again_by_the_create(int bytes)
    {
        await using var sandbox = await VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(50) }, Token);
        var heygen = HeyGenDesk.At(sandbox);
        var media = Media(new MemoryStream(new byte[bytes]));
        var prepared = await heygen.PrepareInputAsync(media, Token);
        var body = await heygen.ComposeAsync(HeyGenDesk.Task(HeyGenDesk.Clip() with { AspectRatio = null }, new TaskInput(prepared, media)), Token);

        Assert.IsType<SubmissionOutcome.Accepted>(await heygen.SubmitAsync(body, Token));
    }

    [Fact]
    public async Task A_small_file_goes_up_in_one_form_and_is_made_again_after_a_day()
    {
        await using var server = RawServer.Answering((200, """{"data":{"asset_id":"asset_1","url":"https://x.example","mime_type":"image/png","size_bytes":3}}"""));
        var clock = new FakeTimeProvider();

        var prepared = await HeyGenDesk.At(server, clock: clock).PrepareInputAsync(Media(new Unmeasured("abc"u8.ToArray())), Token);

        Assert.Equal(("asset_1", clock.GetUtcNow().AddHours(24)), (prepared.Reference, prepared.ExpiresAt));
        var sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/v3/assets", HeyGenDesk.Key), (sent.Method, sent.Path, sent.Headers["X-Api-Key"]));
        Assert.Contains("name=\"file\"; filename=\"input.png\"", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/png", sent.Text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nabc\r\n", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_goes_to_the_presigned_address_without_the_key_and_is_completed()
    {
        RawServer? server = null;
        await using var own = server = new RawServer(c => c.Request switch
        {
            { Path: "/v3/assets/direct-uploads" } => c.AnswerAsync(200, $$$"""{"data":{"asset_id":"asset_2","upload_url":"{{{server!.BaseUrl}}}store?signature=s","upload_headers":{"Content-Type":"video/mp4","x-amz-meta":"m","Host":"evil.example"} } }"""),
            { Method: "PUT" } => c.AnswerAsync(200, ""),
            _ => c.AnswerAsync(200, """{"data":{"asset_id":"asset_2","status":"processing"}}"""),
        });

        var prepared = await HeyGenDesk.At(server).PrepareInputAsync(Media(new MemoryStream(new byte[32_000_001]), "video/mp4"), Token);

        Assert.Equal("asset_2", prepared.Reference);
        Assert.Equal(["POST /v3/assets/direct-uploads", "PUT /store?signature=s", "POST /v3/assets/asset_2/complete"], server.Requests.Select(r => $"{r.Method} {r.Path}"));
        Assert.Equal("""{"filename":"input.mp4","content_type":"video/mp4","size_bytes":32000001}""", server.Requests.First().Text);
        var put = server.Requests.ElementAt(1);
        Assert.Equal(("video/mp4", "m", null, 32_000_001), (put.Headers["Content-Type"], put.Headers["x-amz-meta"], put.Headers.GetValueOrDefault("X-Api-Key"), put.Body.Length));
    }

    [Theory]
    [InlineData("https://img.example/a.png", true)]
    [InlineData("http://img.example/a.png", false)]
    public async Task A_public_address_is_handed_on_when_it_is_https(string url, bool isTaken)
    {
        var heygen = HeyGenDesk.At(new Uri("https://heygen.example"));
        var input = new InputMedia { Role = ReferenceRole.FirstFrame, Url = new Uri(url), ContentType = "image/png" };
        if (isTaken)
        {
            Assert.Equal((url, null), await heygen.PrepareInputAsync(input, Token) is var p ? (p.Reference, p.ExpiresAt) : default);
        }
        else
        {
            Assert.Equal(ProviderFailureKind.NotSupported, (await Assert.ThrowsAsync<ProviderCallException>(() => heygen.PrepareInputAsync(input, Token))).Failure!.Kind);
        }
    }

    [Theory]
    [InlineData(413, """{"error":{"code":"payload_too_large","message":"x"}}""", ProviderFailureKind.InvalidRequest)]
    [InlineData(429, """{"error":{"code":"rate_limit_exceeded","message":"x"}}""", ProviderFailureKind.RateLimited)]
    [InlineData(200, """{"data":{"mime_type":"image/png"}}""", ProviderFailureKind.Transient)]
    [InlineData(200, "<html>", ProviderFailureKind.Transient)]
    public async Task An_upload_that_fails_says_why(int status, string body, ProviderFailureKind kind)
    {
        await using var server = RawServer.Answering((status, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => HeyGenDesk.At(server).PrepareInputAsync(Media(new MemoryStream([1])), Token))).Failure!.Kind);
    }

    [Fact]
    public async Task A_file_above_a_hundred_megabytes_is_not_sent()
    {
        await using var server = RawServer.Answering((200, "{}"));

        var failed = await Assert.ThrowsAsync<ProviderCallException>(() => HeyGenDesk.At(server).PrepareInputAsync(Media(new MemoryStream(new byte[100_000_001])), Token));

        Assert.Contains("100 MB", failed.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static InputMedia Media(Stream bytes, string contentType = "image/png") =>
        new() { Role = ReferenceRole.FirstFrame, ContentType = contentType, OpenReadAsync = _ => Task.FromResult(bytes) };

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
