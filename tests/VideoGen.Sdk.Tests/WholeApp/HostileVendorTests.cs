using System.Text;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>A vendor, or whoever took its place, that means harm: it gets neither the key of the account to somewhere else, nor the app's memory, nor a door into its network.</summary>
public sealed class HostileVendorTests
{
    private const string Accepted = """{"code":0,"message":"ok","request_id":"r","data":{"id":"task-1","status":"submitted"}}""";

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_create_that_is_sent_elsewhere_goes_nowhere(int status)
    {
        await using var elsewhere = RawServer.Answering((200, Accepted));
        await using var vendor = new RawServer(call => call.AnswerAsync(status, "", $"Location: {elsewhere.BaseUrl}text-to-video/kling-3.0"));
        await using var app = await StartAsync(vendor);

        var thrown = await Assert.ThrowsAsync<NeedsAttentionException>(() => app.GenerateAsync());

        Assert.Empty(elsewhere.Requests);
        Assert.Equal(1, vendor.Posts);
        app.MustTellNothing(thrown);
    }

    [Fact]
    public async Task A_status_that_is_sent_elsewhere_takes_no_key_along()
    {
        await using var elsewhere = RawServer.Answering((200, Accepted));
        await using var vendor = new RawServer(call => call.Request.Method == "POST"
            ? call.AnswerAsync(200, Accepted)
            : call.AnswerAsync(302, "", $"Location: {elsewhere.BaseUrl}tasks"));
        await using var app = await StartAsync(vendor);

        await Assert.ThrowsAsync<VideoGenerationTimeoutException>(() => app.GenerateAsync());

        Assert.Empty(elsewhere.Requests);
        Assert.Equal(LineState.Reserved, Assert.Single(await app.LinesAsync()).State);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/iam/security-credentials/")]
    [InlineData("http://10.0.0.1/admin")]
    [InlineData("http://[fd00::1]/admin")]
    [InlineData("file:///etc/passwd")]
    public async Task A_link_into_the_house_is_not_opened(string link)
    {
        await using var vendor = Finishing(link);
        await using var app = await StartAsync(vendor);

        var thrown = await Assert.ThrowsAsync<NeedsAttentionException>(() => app.GenerateAsync());

        Assert.DoesNotContain("root:", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(LineState.Charged, Assert.Single(await app.LinesAsync()).State);
        app.MustTellNothing(thrown);
    }

    [Fact]
    public async Task An_answer_of_ten_gigabytes_is_cut_off_early()
    {
        var sent = 0L;
        await using var vendor = new RawServer(async call =>
        {
            await call.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {10_000_000_000}\r\n\r\n{{\"code\":0,\"message\":\"");
            var piece = Encoding.ASCII.GetBytes(new string('a', 65_536));
            while (sent < 10_000_000_000)
            {
                await call.Stream.WriteAsync(piece);
                sent += piece.Length;
            }
        });
        await using var app = await StartAsync(vendor);

        await Assert.ThrowsAsync<NeedsAttentionException>(() => app.GenerateAsync());

        Assert.Equal(1, vendor.Posts);
        Assert.InRange(sent, 1, 200_000_000);
    }

    private static RawServer Finishing(string link) => new(call => call.AnswerAsync(200, call.Request.Method == "POST"
        ? Accepted
        : $$"""{"code":0,"message":"ok","request_id":"r","data":[{"id":"task-1","status":"succeeded","outputs":[{"type":"video","url":"{{link}}","duration":"5"}],"billing":[{"charge_type":"cash","amount":"0.42","currency":"USD"}]}]}"""));

    private static Task<VendorApp> StartAsync(RawServer vendor) => VendorApp.StartAsync(["kling"], ("Providers:kling:BaseUrl", vendor.BaseUrl.ToString()));
}
