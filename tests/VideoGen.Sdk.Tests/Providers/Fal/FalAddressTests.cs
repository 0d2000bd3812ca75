using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Fal;

/// <summary>Addresses from answers, cancels and downloads: where the key goes, and where it does not.</summary>
public sealed class FalAddressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_returned_address_on_the_queues_own_host_is_used_as_it_is()
    {
        RawServer? server = null;
        await using var own = server = new RawServer(c => c.Request.Path.EndsWith("/status", StringComparison.Ordinal)
            ? c.AnswerAsync(200, $$"""{"status":"COMPLETED","response_url":"{{server!.BaseUrl}}elsewhere/requests/rq-1"}""")
            : c.AnswerAsync(200, """{"video":{"url":"https://v3.fal.media/a.mp4"}}"""));

        await FalDesk.At(server).GetStatusAsync(FalDesk.Job(), Token);

        Assert.Equal("/elsewhere/requests/rq-1", server.Requests.Last().Path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://queue.fal.run.evil.example/requests/rq-1")]
    [InlineData("http://169.254.169.254/requests/rq-1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example/requests/rq-1")]
    public async Task A_returned_address_elsewhere_never_gets_the_key_and_our_own_is_asked(string? hostile)
    {
        await using var thief = RawServer.Answering((200, """{"video":{"url":"https://evil.example/a.mp4"}}"""));
        await using var server = new RawServer(c => c.Request.Path.EndsWith("/status", StringComparison.Ordinal)
            ? c.AnswerAsync(200, $$"""{"status":"COMPLETED","response_url":"{{hostile ?? thief.BaseUrl + "requests/rq-1"}}"}""")
            : c.AnswerAsync(200, """{"video":{"url":"https://v3.fal.media/a.mp4"}}"""));

        var status = await FalDesk.At(server).GetStatusAsync(FalDesk.Job(), Token);

        Assert.Equal("https://v3.fal.media/a.mp4", status.Outputs.Single().AbsoluteUri);
        Assert.Equal("/fal-ai/pika/requests/rq-1", server.Requests.Last().Path);
        Assert.Empty(thief.Requests);
    }

    [Theory]
    [InlineData(202, """{"status":"CANCELLATION_REQUESTED"}""", ProviderCancelOutcome.Requested)]
    [InlineData(200, """{"status":"OK"}""", ProviderCancelOutcome.Requested)]
    [InlineData(400, """{"status":"ALREADY_COMPLETED"}""", ProviderCancelOutcome.AlreadyEnded)]
    [InlineData(404, """{"status":"NOT_FOUND"}""", ProviderCancelOutcome.NotSupported)]
    public async Task A_cancel_is_a_wish_and_promises_no_money_back(int code, string body, ProviderCancelOutcome outcome)
    {
        await using var server = RawServer.Answering((code, body));

        Assert.Equal(outcome, await FalDesk.At(server).CancelAsync(FalDesk.Job(), Token));
        Assert.Equal(("PUT", "/fal-ai/pika/requests/rq-1/cancel"), (server.Requests.Single().Method, server.Requests.Single().Path));
    }

    [Fact]
    public async Task A_cancel_that_is_refused_says_why()
    {
        await using var server = RawServer.Answering((401, """{"detail":"Authentication is required"}"""));

        Assert.Equal(ProviderFailureKind.Authentication, (await Assert.ThrowsAsync<ProviderCallException>(() => FalDesk.At(server).CancelAsync(FalDesk.Job(), Token))).Failure?.Kind);
    }

    [Fact]
    public async Task An_expired_link_is_refreshed_and_the_file_host_gets_no_key()
    {
        RawServer? server = null;
        await using var both = server = new RawServer(call => call.Request.Path switch
        {
            "/old.mp4" => call.AnswerAsync(404),
            "/new.mp4" => call.AnswerAsync(200, "video"),
            _ when call.Request.Path.EndsWith("/status", StringComparison.Ordinal) => call.AnswerAsync(200, """{"status":"COMPLETED"}"""),
            _ => call.AnswerAsync(200, $$$"""{"video":{"url":"{{{server!.BaseUrl}}}new.mp4"}}"""),
        });
        var stale = new ProviderJobStatus { State = ProviderJobState.Succeeded, Outputs = [new Uri(server.BaseUrl, "old.mp4")] };

        await using var content = await FalDesk.At(server).OpenOutputAsync(new OutputRequest { Job = FalDesk.Job(), Status = stale }, Token);

        Assert.Equal("video", await new StreamReader(content.Stream).ReadToEndAsync(Token));
        Assert.All(server.Requests.Where(r => r.Path.EndsWith(".mp4", StringComparison.Ordinal)), r => Assert.False(r.Headers.ContainsKey("Authorization")));
    }
}
