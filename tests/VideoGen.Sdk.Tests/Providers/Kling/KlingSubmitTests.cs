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

    private static async Task<SubmissionOutcome> SubmitAsync(RawServer server)
    {
        var kling = KlingDesk.At(server);
        return await kling.SubmitAsync(await kling.ComposeAsync(KlingDesk.Task(), Token), Token);
    }
}
