using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Runway;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwaySubmitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_that_is_accepted_brings_its_id_and_the_most_it_may_charge()
    {
        await using var server = RawServer.Answering((200, $$$"""{"id":"{{{RunwayDesk.Id}}}","estimatedCost":{"credits":60.5,"novelty":1}}"""));

        var accepted = Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server, o => o.OnBehalfOf = "customer-7"));

        Assert.Equal((RunwayDesk.Id, 0.605m), (accepted.RemoteId, accepted.EstimateUsd));
        var sent = Assert.Single(server.Requests);
        Assert.Equal(
            ("POST", "/v1/text_to_video", $"Bearer {RunwayDesk.Key}", "2024-11-06", "application/json", "customer-7"),
            (sent.Method, sent.Path, sent.Headers["Authorization"], sent.Headers["X-Runway-Version"], sent.Headers["Content-Type"], sent.Headers["X-Runway-On-Behalf-Of"]));
    }

    [Fact]
    public async Task An_older_answer_without_an_estimate_is_an_acceptance_too()
    {
        await using var server = RawServer.Answering((200, """{"id":"9"}"""));

        Assert.Null(Assert.IsType<SubmissionOutcome.Accepted>(await SubmitAsync(server)).EstimateUsd);
        Assert.False(server.Requests.Single().Headers.ContainsKey("X-Runway-On-Behalf-Of"));
    }

    [Theory]
    [InlineData(400, """{"error":"Validation of body failed","issues":[{"code":"custom","message":"asset answered 404","path":["promptImage",0]}],"docUrl":"https://docs.dev.runwayml.com/api"}""", ProviderFailureKind.InvalidRequest)]
    [InlineData(400, """{"error":"Validation of body failed","issues":[{"code":"invalid_union_discriminator","message":"no such model","path":["model"]}]}""", ProviderFailureKind.Retired)]
    [InlineData(400, """{"error":"You do not have enough credits to run this task."}""", ProviderFailureKind.OutOfCredit)]
    [InlineData(400, """{"error":"The X-Runway-On-Behalf-Of header is required."}""", ProviderFailureKind.InvalidRequest)]
    [InlineData(401, """{"error":"Invalid API key"}""", ProviderFailureKind.Authentication)]
    [InlineData(402, """{"error":"no credits"}""", ProviderFailureKind.OutOfCredit)]
    [InlineData(403, """{"error":"no"}""", ProviderFailureKind.Authentication)]
    [InlineData(404, """{"error":"no such route"}""", ProviderFailureKind.Retired)]
    [InlineData(405, """{"error":"wrong verb"}""", ProviderFailureKind.NotSupported)]
    [InlineData(422, """{"error":"no"}""", ProviderFailureKind.NotSupported)]
    [InlineData(429, """{"error":"Your daily task limit has been reached."}""", ProviderFailureKind.RateLimited, 3600)]
    [InlineData(429, """{"error":"Too many requests"}""", ProviderFailureKind.RateLimited)]
    [InlineData(503, """{"error":"Service is overloaded"}""", ProviderFailureKind.Transient)]
    public async Task A_refusal_in_the_vendors_own_words_is_free(int status, string body, ProviderFailureKind kind, int? retryAfterSeconds = null)
    {
        await using var server = RawServer.Answering((status, body));

        var failure = Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure;

        Assert.Equal((kind, ChargeCertainty.None, retryAfterSeconds, $"http-{status}"), (failure.Kind, failure.Charge, (int?)failure.RetryAfter?.TotalSeconds, failure.ProviderCode));
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task The_wait_that_the_vendor_asks_for_is_kept()
    {
        await using var server = new RawServer(c => c.AnswerAsync(429, """{"error":"Your daily task limit has been reached."}""", "Retry-After: 120"));

        Assert.Equal(TimeSpan.FromMinutes(2), Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure.RetryAfter);
    }

    [Fact]
    public async Task The_gateway_in_front_speaks_for_the_vendor_when_it_signs()
    {
        await using var server = new RawServer(c => c.AnswerAsync(401, """{"message":"Unauthorized"}""", "apigw-requestid: abc="));

        Assert.Equal(ProviderFailureKind.Authentication, Assert.IsType<SubmissionOutcome.Rejected>(await SubmitAsync(server)).Failure.Kind);
    }

    private static async Task<SubmissionOutcome> SubmitAsync(RawServer server, Action<RunwayOptions>? configure = null)
    {
        var runway = RunwayDesk.At(server, configure);
        return await runway.SubmitAsync(await runway.ComposeAsync(RunwayDesk.Task(), Token), Token);
    }
}
