using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Fal;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Fal;

public sealed class FalSubmitTests
{
    private const string Queued = """{"status":"IN_QUEUE","request_id":"rq-1","queue_position":0,"response_url":"https://queue.fal.run/fal-ai/pika/requests/rq-1","novelty":[1]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_is_queued_brings_its_id()
    {
        await using var server = RawServer.Answering((200, Queued));

        Assert.Equal("rq-1", Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server)).RemoteId);
        var sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/fal-ai/pika/v2.2/text-to-video", $"Key {FalDesk.Key}", "application/json"), (sent.Method, sent.Path, sent.Headers["Authorization"], sent.Headers["Content-Type"]));
        Assert.DoesNotContain(sent.Headers.Keys, h => h.StartsWith("X-Fal", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Waiting_retries_and_the_life_of_files_are_asked_for_by_option()
    {
        await using var server = RawServer.Answering((200, Queued));

        await SubmitAsync(server, o => (o.RequestTimeout, o.DisableVendorRetries, o.OutputLifetime) = (TimeSpan.FromMinutes(5), true, TimeSpan.FromHours(1)));

        var headers = server.Requests.Single().Headers;
        Assert.Equal(("300", "1", """{"expiration_duration_seconds":3600}"""), (headers["X-Fal-Request-Timeout"], headers["X-Fal-No-Retry"], headers["X-Fal-Object-Lifecycle-Preference"]));
    }

    [Theory]
    [InlineData(401, """{"detail":"Authentication is required"}""", ProviderFailureKind.Authentication, "http-401")]
    [InlineData(402, """{"detail":"Pay first"}""", ProviderFailureKind.OutOfCredit, "http-402")]
    [InlineData(403, """{"detail":"User is locked. Reason: Exhausted balance."}""", ProviderFailureKind.OutOfCredit, "http-403")]
    [InlineData(403, """{"detail":"No access to this app"}""", ProviderFailureKind.Authentication, "http-403")]
    [InlineData(404, """{"detail":"Application 'pika' not found"}""", ProviderFailureKind.NotSupported, "http-404")]
    [InlineData(400, """{"detail":"Malformed","error_type":"bad_request"}""", ProviderFailureKind.InvalidRequest, "bad_request")]
    [InlineData(422, """{"detail":[{"loc":["body","prompt"],"msg":"Field required","type":"missing"}]}""", ProviderFailureKind.InvalidRequest, "missing")]
    [InlineData(429, """{"detail":"Too many requests"}""", ProviderFailureKind.RateLimited, "http-429")]
    public async Task A_refusal_in_the_vendors_own_words_is_free(int status, string body, ProviderFailureKind kind, string code)
    {
        await using var server = new RawServer(c => c.AnswerAsync(status, body, "Retry-After: 7"));

        var failure = Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure;

        Assert.Equal((kind, ChargeCertainty.None, code), (failure.Kind, failure.Charge, failure.ProviderCode));
        Assert.Equal(kind == ProviderFailureKind.RateLimited ? TimeSpan.FromSeconds(7) : null, failure.RetryAfter);
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task A_lost_submit_answer_is_never_posted_again_and_cannot_be_looked_up()
    {
        await using var server = new RawServer(call =>
        {
            call.Close();
            return Task.CompletedTask;
        });

        Assert.IsType<SubmissionOutcome.Unknown>(await SubmitAsync(server));
        Assert.Equal(1, server.Posts);
        Assert.Equal((false, null), (FalDesk.At(server).Descriptor.CanFind, FalDesk.At(server).Descriptor.ReplayWindow));
    }

    [Fact]
    public async Task A_queue_wait_that_fal_does_not_take_is_said_before_anything_is_sent()
    {
        await using var server = RawServer.Answering((200, Queued));

        Assert.Contains("RequestTimeout", FalDesk.At(server, o => o.RequestTimeout = TimeSpan.FromSeconds(1)).CheckReadiness().Reason, StringComparison.Ordinal);
    }

    private static async Task<SubmissionOutcome> SubmitAsync(RawServer server, Action<FalOptions>? configure = null)
    {
        var fal = FalDesk.At(server, configure);
        return await fal.SubmitAsync(await fal.ComposeAsync(FalDesk.Task(), Token), Token);
    }
}
