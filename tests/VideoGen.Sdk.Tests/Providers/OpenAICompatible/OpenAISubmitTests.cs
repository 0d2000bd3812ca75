using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.OpenAICompatible;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

public sealed class OpenAISubmitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "/v1/videos")]
    [InlineData("v1", "/v1/videos")]
    [InlineData("api/v1/", "/api/v1/videos")]
    [InlineData("openai", "/openai/v1/videos")]
    public async Task A_base_url_is_taken_with_its_version_and_without(string path, string expected)
    {
        await using var server = RawServer.Answering((200, """{"id":"video_t1","object":"video","model":"sora-2","status":"queued","progress":0,"created_at":1758700000,"completed_at":null,"seconds":"8","error":null}"""));

        var outcome = await SubmitAsync(server, o => (o.BaseUrl, o.Project) = (new Uri(server.BaseUrl, path), "p-1"));

        Assert.Equal("video_t1", Assert.IsType<SubmissionOutcome.Accepted>(outcome).RemoteId);
        var sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", expected, $"Bearer {OpenAIDesk.Key}", "p-1"), (sent.Method, sent.Path, sent.Headers["Authorization"], sent.Headers["OpenAI-Project"]));
    }

    [Theory]
    [InlineData(400, "invalid_request_error", "invalid_value", "Invalid value for 'size'", ProviderFailureKind.InvalidRequest)]
    [InlineData(400, "video_generation_user_error", null, "seconds", ProviderFailureKind.InvalidRequest)]
    [InlineData(400, "invalid_request_error", "moderation_blocked", "blocked by our moderation system", ProviderFailureKind.ContentRejected)]
    [InlineData(400, null, null, "Your request was blocked by our moderation system.", ProviderFailureKind.ContentRejected)]
    [InlineData(400, "invalid_request_error", "model_not_found", "The model 'sora-2' does not exist", ProviderFailureKind.Retired)]
    [InlineData(400, null, null, "model not found", ProviderFailureKind.Retired)]
    [InlineData(401, null, "invalid_api_key", "Incorrect API key provided", ProviderFailureKind.Authentication)]
    [InlineData(402, null, null, "pay", ProviderFailureKind.OutOfCredit)]
    [InlineData(403, null, null, "not allowed", ProviderFailureKind.Retired)]
    [InlineData(404, "invalid_request_error", "model_not_found", "no such model", ProviderFailureKind.Retired)]
    [InlineData(404, null, null, "Invalid URL (POST /v1/videos)", ProviderFailureKind.Retired)]
    [InlineData(405, null, null, "no", ProviderFailureKind.NotSupported)]
    [InlineData(409, null, null, "lock", ProviderFailureKind.Transient)]
    [InlineData(410, null, null, "gone", ProviderFailureKind.Retired)]
    [InlineData(429, null, "rate_limit_exceeded", "slow", ProviderFailureKind.RateLimited)]
    [InlineData(429, null, "slow_down", "slow", ProviderFailureKind.RateLimited)]
    [InlineData(429, "video_generation_user_error", null, "Too many running tasks", ProviderFailureKind.RateLimited, 60)]
    [InlineData(429, "insufficient_quota", "insufficient_quota", "money", ProviderFailureKind.OutOfCredit)]
    [InlineData(429, null, "credit_balance_exhausted", "money", ProviderFailureKind.OutOfCredit)]
    public async Task A_refusal_in_the_apis_own_words_is_free(int status, string? type, string? code, string message, ProviderFailureKind kind, int? retryAfterSeconds = null)
    {
        await using var server = RawServer.Answering((status, $$$"""{"error":{"message":"{{{message}}}","type":{{{Quoted(type)}}},"param":null,"code":{{{Quoted(code)}}} }}"""));

        var failure = Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure;

        Assert.Equal((kind, ChargeCertainty.None, retryAfterSeconds), (failure.Kind, failure.Charge, (int?)failure.RetryAfter?.TotalSeconds));
        Assert.Equal(1, server.Posts);
    }

    [Theory]
    [InlineData("""{"detail":"Not Found"}""", ProviderFailureKind.Retired, 404)]
    [InlineData("""{"error":"no such model"}""", ProviderFailureKind.InvalidRequest, 400)]
    [InlineData("""{"detail":[{"loc":["body","seconds"],"msg":"field required"}]}""", ProviderFailureKind.InvalidRequest, 422)]
    public async Task Gateways_own_envelopes_are_known(string body, ProviderFailureKind kind, int status)
    {
        await using var server = RawServer.Answering((status, body));

        Assert.Equal(kind, Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure.Kind);
    }

    [Fact]
    public async Task A_wait_in_milliseconds_is_read()
    {
        await using var server = new RawServer(c => c.AnswerAsync(429, """{"error":{"message":"slow"}}""", "retry-after-ms: 1500"));

        Assert.Equal(TimeSpan.FromMilliseconds(1500), Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure.RetryAfter);
    }

    [Theory]
    [InlineData("https://api.openai.com/v1")]
    [InlineData("https://api.openai.com")]
    [InlineData("https://EU.api.OpenAI.com/v1")]
    public async Task The_official_host_is_retired_and_nothing_is_sent_there(string baseUrl)
    {
        var official = OpenAICompatibleProvider.Create(OpenAIDesk.Key, new Uri(baseUrl));

        Assert.Equal(new DateOnly(2026, 9, 24), official.Descriptor.Lifecycle.EndsOn);
        Assert.True(official.Descriptor.Lifecycle.IsRetiredAt(new DateTimeOffset(2026, 9, 24, 0, 0, 0, TimeSpan.Zero)));
        Assert.Contains("2026-09-24", official.CheckReadiness().Reason, StringComparison.Ordinal);
        var failure = Assert.IsType<SubmissionOutcome.NotSent>(await official.SubmitAsync(await official.ComposeAsync(OpenAIDesk.Task(), Token), Token)).Failure;
        Assert.Equal(ProviderFailureKind.Retired, failure.Kind);
        Assert.Contains("2026-09-24", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ProviderFailureKind.Retired, (await Assert.ThrowsAsync<ProviderCallException>(() => official.GetStatusAsync(OpenAIDesk.Job(), Token))).Failure!.Kind);
        Assert.Equal(ProviderFailureKind.Retired, (await Assert.ThrowsAsync<ProviderCallException>(() => official.OpenOutputAsync(new OutputRequest { Job = OpenAIDesk.Job() }, Token))).Failure!.Kind);
    }

    [Fact]
    public async Task Without_a_base_url_or_a_key_nothing_is_sent_and_the_reason_names_the_fix()
    {
        var nowhere = OpenAICompatibleProvider.Create(OpenAIDesk.Key, new Uri("https://a.example"), o => o.BaseUrl = null);
        var keyless = OpenAICompatibleProvider.Create(" ", new Uri("https://a.example"));

        Assert.Contains("BaseUrl", nowhere.CheckReadiness().Reason, StringComparison.Ordinal);
        Assert.Contains("OPENAI_API_KEY", keyless.CheckReadiness().Reason, StringComparison.Ordinal);
        foreach (var one in new[] { nowhere, keyless })
        {
            Assert.IsType<SubmissionOutcome.NotSent>(await one.SubmitAsync(await one.ComposeAsync(OpenAIDesk.Task(), Token), Token));
            await Assert.ThrowsAsync<ProviderCallException>(() => one.GetStatusAsync(OpenAIDesk.Job(), Token));
        }
    }

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static async Task<SubmissionOutcome> SubmitAsync(RawServer server, Action<OpenAICompatibleOptions>? configure = null)
    {
        var gateway = OpenAIDesk.At(server, configure);
        return await gateway.SubmitAsync(await gateway.ComposeAsync(OpenAIDesk.Task(), Token), Token);
    }
}
