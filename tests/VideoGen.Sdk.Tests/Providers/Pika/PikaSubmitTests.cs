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

    [Theory]
    [InlineData(500, """{"message":"internal"}""")]
    [InlineData(500, "")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, """{"message":"upstream"}""")]
    [InlineData(503, "<html>try later</html>")]
    [InlineData(504, """{"message":"timeout"}""")]
    [InlineData(408, """{"message":"timeout"}""")]
    [InlineData(409, """{"message":"Idempotency-Key reused with another body"}""")]
    [InlineData(403, """{"blocked":"by a proxy"}""")]
    [InlineData(429, "slow down")]
    [InlineData(307, "")]
    [InlineData(200, "not json")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"id":"","status":"queued"}""")]
    public async Task Every_doubt_is_an_unknown_outcome(int status, string body)
    {
        await using var server = RawServer.Answering((status, body));

        var failure = Assert.IsType<SubmissionOutcome.Unknown>(await SubmitAsync(server)).Failure;

        Assert.Equal((ProviderFailureKind.UnknownOutcome, ChargeCertainty.Unknown), (failure.Kind, failure.Charge));
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

    [Fact]
    public async Task Without_a_key_nothing_is_sent_and_the_reason_names_the_fix()
    {
        await using var server = RawServer.Answering((200, "{}"));
        var pika = PikaDesk.At(server, o => o.ApiKey = " ");

        var outcome = await pika.SubmitAsync(await pika.ComposeAsync(PikaDesk.Task(), Token), Token);

        Assert.Contains("PIKA_API_KEY", Assert.IsType<SubmissionOutcome.NotSent>(outcome).Failure.Message, StringComparison.Ordinal);
        Assert.Contains("PIKA_API_KEY", pika.CheckReadiness().Reason, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_refusal_that_quotes_prompt_key_and_link_is_told_without_them()
    {
        await using var server = RawServer.Answering((422, $$"""{"message":"'{{PikaDesk.Prompt}}' by {{PikaDesk.Key}} breaks rule 7, see https://cdn.pika.art/a.mp4?signature=abc"}"""));

        var message = Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure.Message;

        Assert.DoesNotContain("fox", message, StringComparison.Ordinal);
        Assert.DoesNotContain(PikaDesk.Key, message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", message, StringComparison.Ordinal);
        Assert.Contains("breaks rule 7", message, StringComparison.Ordinal);
    }

    private static async Task<SubmissionOutcome> SubmitAsync(RawServer server)
    {
        var pika = PikaDesk.At(server);
        return await pika.SubmitAsync(await pika.ComposeAsync(PikaDesk.Task(), Token), Token);
    }
}
