using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Kling;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Kling;

public sealed class KlingSubmitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_that_is_accepted_brings_its_id()
    {
        await using var server = RawServer.Answering((200, """{"code":0,"message":"ok","request_id":"r-1","data":{"id":"812001","status":"submitted","create_time":1790000000000,"external_id":"vg-7c1e"},"novelty":[1]}"""));

        Assert.Equal("812001", Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server)).RemoteId);
        var sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/text-to-video/kling-3.0", $"Bearer {KlingDesk.Key}", "application/json"), (sent.Method, sent.Path, sent.Headers["Authorization"], sent.Headers["Content-Type"]));
    }

    [Theory]
    [InlineData(200, """{"code":0,"data":{"id":"9","status":"failed","message":"no"}}""")]
    [InlineData(400, """{"code":1301,"message":"no","data":{"id":"9"}}""")]
    [InlineData(500, """{"code":5000,"message":"no","data":{"id":9}}""")]
    public async Task An_id_is_an_acceptance_whatever_else_the_answer_says(int status, string body)
    {
        await using var server = RawServer.Answering((status, body));

        Assert.Equal("9", Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server)).RemoteId);
    }

    [Theory]
    [InlineData(401, 1000, ProviderFailureKind.Authentication, null)]
    [InlineData(401, 1001, ProviderFailureKind.Authentication, null)]
    [InlineData(401, 1002, ProviderFailureKind.Authentication, null)]
    [InlineData(401, 1003, ProviderFailureKind.Transient, null)]
    [InlineData(401, 1004, ProviderFailureKind.Transient, null)]
    [InlineData(429, 1100, ProviderFailureKind.Authentication, null)]
    [InlineData(429, 1101, ProviderFailureKind.OutOfCredit, null)]
    [InlineData(429, 1102, ProviderFailureKind.OutOfCredit, null)]
    [InlineData(403, 1103, ProviderFailureKind.Authentication, null)]
    [InlineData(400, 1200, ProviderFailureKind.InvalidRequest, null)]
    [InlineData(400, 1201, ProviderFailureKind.InvalidRequest, null)]
    [InlineData(404, 1202, ProviderFailureKind.NotSupported, null)]
    [InlineData(404, 1203, ProviderFailureKind.Retired, null)]
    [InlineData(400, 1300, ProviderFailureKind.ContentRejected, null)]
    [InlineData(400, 1301, ProviderFailureKind.ContentRejected, null)]
    [InlineData(429, 1302, ProviderFailureKind.RateLimited, 1)]
    [InlineData(429, 1303, ProviderFailureKind.RateLimited, 30)]
    [InlineData(429, 1304, ProviderFailureKind.Authentication, null)]
    [InlineData(503, 5001, ProviderFailureKind.Transient, 60)]
    [InlineData(200, 1102, ProviderFailureKind.OutOfCredit, null)]
    [InlineData(400, 1999, ProviderFailureKind.InvalidRequest, null)]
    [InlineData(429, 1999, ProviderFailureKind.RateLimited, null)]
    public async Task A_refusal_in_the_vendors_own_words_is_free(int status, int code, ProviderFailureKind kind, int? retryAfterSeconds)
    {
        await using var server = RawServer.Answering((status, $$"""{"code":{{code}},"message":"because","request_id":"r-4"}"""));

        var failure = Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure;

        Assert.Equal(
            (kind, ChargeCertainty.None, retryAfterSeconds, $"{code}"),
            (failure.Kind, failure.Charge, (int?)failure.RetryAfter?.TotalSeconds, failure.ProviderCode));
        Assert.Equal(1, server.Posts);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(500, """{"code":5000,"message":"server error"}""")]
    [InlineData(504, """{"code":5002,"message":"backlog"}""")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, "<html>try later</html>")]
    [InlineData(503, """{"code":1303,"message":"odd"}""")]
    [InlineData(408, """{"code":1201,"message":"timeout"}""")]
    [InlineData(429, "slow down")]
    [InlineData(403, """{"error":"blocked by a proxy"}""")]
    [InlineData(307, "")]
    [InlineData(200, "not json")]
    [InlineData(200, """{"code":0,"message":"ok"}""")]
    [InlineData(200, """{"code":0,"data":{"id":""}}""")]
    [InlineData(200, """{"code":5000,"message":"server error"}""")]
    [InlineData(400, """{"code":1201,"message":"external_task_id already exists"}""")]
    public async Task Every_doubt_is_an_unknown_outcome(int status, string body)
    {
        await using var server = RawServer.Answering((status, body));

        var failure = Assert.IsType<SubmissionOutcome.Unknown>(await SubmitAsync(server)).Failure;

        Assert.Equal((ProviderFailureKind.UnknownOutcome, ChargeCertainty.Unknown), (failure.Kind, failure.Charge));
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_sent_and_the_reason_names_the_fix()
    {
        await using var server = RawServer.Answering((200, "{}"));
        var kling = KlingDesk.At(server, o => o.ApiKey = " ");

        var outcome = await kling.SubmitAsync(await kling.ComposeAsync(KlingDesk.Task(), Token), Token);

        Assert.Contains("KLING_API_KEY", Assert.IsType<SubmissionOutcome.NotSent>(outcome).Failure.Message, StringComparison.Ordinal);
        Assert.Contains("KLING_API_KEY", kling.CheckReadiness().Reason, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_refusal_that_quotes_prompt_and_key_is_told_without_them()
    {
        await using var server = RawServer.Answering((400, $$"""{"code":1301,"message":"'{{KlingDesk.Prompt}}' by {{KlingDesk.Key}} breaks rule 7, see https://kling.ai/help?token=abc"}"""));

        var message = Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure.Message;

        Assert.DoesNotContain("boat", message, StringComparison.Ordinal);
        Assert.DoesNotContain(KlingDesk.Key, message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", message, StringComparison.Ordinal);
        Assert.Contains("breaks rule 7", message, StringComparison.Ordinal);
    }

    private static async Task<SubmissionOutcome> SubmitAsync(RawServer server)
    {
        var kling = KlingDesk.At(server);
        return await kling.SubmitAsync(await kling.ComposeAsync(KlingDesk.Task(), Token), Token);
    }
}
