using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

public sealed class HeyGenSubmitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, bool> Products => new()
    {
        { "clip", "/v3/models/videos", """{"data":{"video_id":"v1","status":"pending"}}""", true },
        { "presenter", "/v3/videos", """{"data":{"video_id":"v1","status":"waiting","output_format":"mp4"}}""", false },
        { "template", "/v3/templates/template_1", """{"data":{"id":"v1","status":"pending","novelty":1}}""", true },
        { "agent", "/v3/video-agents", """{"data":{"session_id":"v1","status":"generating","video_id":null,"created_at":1}}""", false },
    };

    [Theory]
    [MemberData(nameof(Products))]
    public async Task An_accepted_job_brings_its_id_and_a_key_goes_along_where_the_vendor_states_one(string product, string path, string answer, bool takesKey)
    {
        await using var server = RawServer.Answering((202, answer));

        Assert.Equal("v1", Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server, product)).RemoteId);
        var sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", path, HeyGenDesk.Key, "application/json"), (sent.Method, sent.Path, sent.Headers["X-Api-Key"], sent.Headers["Content-Type"]));
        Assert.Equal(takesKey ? HeyGenDesk.Reference : null, sent.Headers.GetValueOrDefault("Idempotency-Key"));
    }

    // Every row of the error table of the wire facts.
    [Theory]
    [InlineData(400, "invalid_parameter", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(400, "content_policy_violation", ProviderFailureKind.ContentRejected, null)]
    [InlineData(403, "content_policy_violation", ProviderFailureKind.ContentRejected, null)]
    [InlineData(400, "script_too_short", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(400, "tts_text_invalid", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(400, "download_failed", ProviderFailureKind.Transient, 7)]
    [InlineData(400, "resource_limit_reached", ProviderFailureKind.NotSupported, null)]
    [InlineData(400, "unlimited_mode_disabled", ProviderFailureKind.NotSupported, null)]
    [InlineData(400, "internal_error", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(400, "avatar_consent_required", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(403, "avatar_consent_required", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(401, "unauthorized", ProviderFailureKind.Authentication, null)]
    [InlineData(401, "authentication_failed", ProviderFailureKind.Authentication, null)]
    [InlineData(402, "insufficient_credit", ProviderFailureKind.OutOfCredit, null)]
    [InlineData(402, "trial_limit_exceeded", ProviderFailureKind.OutOfCredit, null)]
    [InlineData(402, "plan_upgrade_required", ProviderFailureKind.OutOfCredit, null)]
    [InlineData(403, "forbidden", ProviderFailureKind.Authentication, null)]
    [InlineData(403, "resource_access_denied", ProviderFailureKind.NotSupported, null)]
    [InlineData(403, "ai_vendor_access_restricted", ProviderFailureKind.NotSupported, null)]
    [InlineData(403, "voice_not_usable", ProviderFailureKind.NotSupported, null)]
    [InlineData(404, "avatar_not_found", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(404, "voice_not_found", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(404, "template_not_found", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(404, "asset_not_found", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(404, "not_found", ProviderFailureKind.NotSupported, null)]
    [InlineData(409, "conflict", ProviderFailureKind.Transient, 7)]
    [InlineData(409, "resource_not_ready", ProviderFailureKind.Transient, 7)]
    [InlineData(409, "asset_not_available", ProviderFailureKind.Transient, 7)]
    [InlineData(410, "gone", ProviderFailureKind.Retired, null)]
    [InlineData(413, "payload_too_large", ProviderFailureKind.InvalidRequest, null)]
    [InlineData(429, "rate_limit_exceeded", ProviderFailureKind.RateLimited, 7)]
    [InlineData(429, "quota_exceeded", ProviderFailureKind.OutOfCredit, null)]
    [InlineData(200, "insufficient_credit", ProviderFailureKind.OutOfCredit, null)]
    [InlineData(200, "something_new", ProviderFailureKind.Transient, 7)]
    public async Task A_refusal_in_the_vendors_own_words_is_free(int status, string code, ProviderFailureKind kind, int? retryAfterSeconds)
    {
        await using var server = new RawServer(c => c.AnswerAsync(status, $$$"""{"error":{"code":"{{{code}}}","message":"no","param":"script","doc_url":"https://d.example"}}""", "Retry-After: 7", "X-Request-Id: req-9"));

        var failure = Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure;

        Assert.Equal((kind, ChargeCertainty.None, code, retryAfterSeconds), (failure.Kind, failure.Charge, failure.ProviderCode, (int?)failure.RetryAfter?.TotalSeconds));
        Assert.Contains("at script", failure.Message, StringComparison.Ordinal);
        Assert.Contains("req-9", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Posts);
    }

    [Theory]
    [InlineData(200, """{"data":{"video_id":"v9","status":["odd"],"created_at":{"odd":1}}}""")]
    [InlineData(500, """{"data":{"video_id":"v9"},"error":{"code":"internal_error","message":"x"}}""")]
    [InlineData(200, """{"data":{"id":"v9","status":"failed","failure_code":"content_policy_violation"}}""")]
    public async Task An_id_is_an_acceptance_whatever_stands_beside_it(int status, string body)
    {
        await using var server = RawServer.Answering((status, body));

        Assert.Equal("v9", Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server)).RemoteId);
    }

    [Theory]
    [InlineData("clip")]
    [InlineData("presenter")]
    [InlineData("template")]
    [InlineData("agent")]
    public async Task A_lost_submit_answer_is_never_posted_again(string product)
    {
        await using var server = new RawServer(call =>
        {
            call.Reset();
            return Task.CompletedTask;
        });

        Assert.IsType<SubmissionOutcome.Unknown>(await SubmitAsync(server, product));
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task A_replay_sends_the_same_bytes_under_the_same_key()
    {
        await using var server = RawServer.Answering((202, """{"data":{"video_id":"v1"}}"""));
        var heygen = HeyGenDesk.At(server);
        var body = await heygen.ComposeAsync(HeyGenDesk.Task(), Token);

        Assert.Equal(await heygen.SubmitAsync(body, Token), await heygen.SubmitAsync(body, Token));
        Assert.Single(server.Requests.Select(r => (r.Text, r.Headers["Idempotency-Key"])).Distinct());
    }

    private static async Task<SubmissionOutcome> SubmitAsync(RawServer server, string product = "clip")
    {
        var heygen = HeyGenDesk.At(server);
        var spec = product switch { "presenter" => HeyGenDesk.Presenter(), "template" => HeyGenDesk.Template(), "agent" => HeyGenDesk.Agent(), _ => HeyGenDesk.Clip() };
        return await heygen.SubmitAsync(await heygen.ComposeAsync(HeyGenDesk.Task(spec), Token), Token);
    }
}
