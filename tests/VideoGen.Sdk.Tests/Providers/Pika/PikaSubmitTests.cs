using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Pika;

public sealed class PikaSubmitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_is_accepted_brings_its_id_under_our_own_key()
    {
        await using var server = RawServer.Answering((200, """{"id":"job_1","status":"queued","novelty":1}"""));

        Assert.Equal("job_1", Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server)).RemoteId);
        var sent = Assert.Single(server.Requests);
        Assert.Equal(
            ("POST", "/v1/media/pika/pika-2.5/text-to-video", PikaDesk.Key, "5f0c8d1e-vg", "application/json"),
            (sent.Method, sent.Path, sent.Headers["X-API-Key"], sent.Headers["Idempotency-Key"], sent.Headers["Content-Type"]));
    }

    [Theory]
    [InlineData(403, """{"id":"job_9","status":"failed","error":{"code":"insufficient_balance","message":"no money"}}""")]
    [InlineData(200, """{"id":"job_9","status":"failed","output":null,"error":{"code":"content_moderation","message":"no"}}""")]
    [InlineData(500, """{"id":"job_9","status":["odd"],"error":"odd","message":{"odd":1}}""")]
    [InlineData(409, """{"id":"job_9","message":"odd"}""")]
    public async Task An_id_is_an_acceptance_also_of_a_job_that_has_already_failed(int status, string body)
    {
        await using var server = RawServer.Answering((status, body));

        Assert.Equal("job_9", Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server)).RemoteId);
    }

    [Theory]
    [InlineData(401, """{"message":"bad key"}""", ProviderFailureKind.Authentication, "http-401", null)]
    [InlineData(403, """{"message":"key inactive"}""", ProviderFailureKind.Authentication, "http-403", null)]
    [InlineData(403, """{"error":{"code":"insufficient_balance","message":"no"}}""", ProviderFailureKind.OutOfCredit, "insufficient_balance", null)]
    [InlineData(403, """{"error":{"code":"membership_required","message":"no"}}""", ProviderFailureKind.Authentication, "membership_required", null)]
    [InlineData(404, """{"message":"no such operation"}""", ProviderFailureKind.NotSupported, "http-404", null)]
    [InlineData(413, """{"message":"too large"}""", ProviderFailureKind.InvalidRequest, "http-413", null)]
    [InlineData(415, """{"message":"wrong type"}""", ProviderFailureKind.InvalidRequest, "http-415", null)]
    [InlineData(422, """{"message":"duration_s","code":"invalid_input"}""", ProviderFailureKind.InvalidRequest, "invalid_input", null)]
    [InlineData(429, """{"message":"slow down","code":"rate_limited"}""", ProviderFailureKind.RateLimited, "rate_limited", 7)]
    [InlineData(429, """{"message":"slow down"}""", ProviderFailureKind.RateLimited, "http-429", 7)]
    [InlineData(503, """{"message":"down","code":"provider_unavailable"}""", ProviderFailureKind.Transient, "provider_unavailable", 7)]
    [InlineData(503, """{"error":{"code":"provider_unavailable","message":"down"}}""", ProviderFailureKind.Transient, "provider_unavailable", 7)]
    [InlineData(200, """{"status":"failed","error":{"code":"admission_suspended","message":"later"}}""", ProviderFailureKind.RateLimited, "admission_suspended", 7)]
    public async Task A_refusal_in_the_vendors_own_words_is_free(int status, string body, ProviderFailureKind kind, string code, int? retryAfterSeconds)
    {
        await using var server = new RawServer(c => c.AnswerAsync(status, body, "Retry-After: 7"));

        var failure = Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure;

        Assert.Equal((kind, ChargeCertainty.None, code, retryAfterSeconds), (failure.Kind, failure.Charge, failure.ProviderCode, (int?)failure.RetryAfter?.TotalSeconds));
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task A_replay_sends_the_same_bytes_under_the_same_key()
    {
        await using var server = RawServer.Answering((200, """{"id":"job_1","status":"queued"}"""));
        var pika = PikaDesk.At(server, o => o.ReplayWindow = TimeSpan.FromMinutes(10));
        var body = await pika.ComposeAsync(PikaDesk.Task(), Token);

        var (first, second) = (await pika.SubmitAsync(body, Token), await pika.SubmitAsync(body, Token));

        Assert.Equal(first, second);
        Assert.Single(server.Requests.Select(r => (r.Text, r.Headers["Idempotency-Key"])).Distinct());
    }

    private static async Task<SubmissionOutcome> SubmitAsync(RawServer server)
    {
        var pika = PikaDesk.At(server);
        return await pika.SubmitAsync(await pika.ComposeAsync(PikaDesk.Task(), Token), Token);
    }
}
