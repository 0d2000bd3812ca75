using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Pika;

public sealed class PikaStatusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_job_says_where_its_clip_is()
    {
        await using var server = RawServer.Answering((200, """{"id":"job_1","status":"completed","output":{"media_type":"video","video":{"url":"https://cdn.pika.art/job_1.mp4"}},"error":null}"""));

        var status = await PikaDesk.At(server).GetStatusAsync(PikaDesk.Job(), Token);

        Assert.Equal(("/v1/media/jobs/job_1", PikaDesk.Key), (server.Requests.Single().Path, server.Requests.Single().Headers["X-API-Key"]));
        Assert.Equal((ProviderJobState.Succeeded, "https://cdn.pika.art/job_1.mp4", (decimal?)null), (status.State, status.Outputs.Single().AbsoluteUri, status.ChargeUsd));
    }

    [Theory]
    [InlineData("queued", ProviderJobState.Queued)]
    [InlineData("running", ProviderJobState.Running)]
    [InlineData("hibernating", ProviderJobState.Unknown)]
    public async Task A_word_that_nobody_knows_is_not_an_end(string word, ProviderJobState state)
    {
        await using var server = RawServer.Answering((200, $$"""{"id":"job_1","status":"{{word}}","output":null,"error":null}"""));

        var status = await PikaDesk.At(server).GetStatusAsync(PikaDesk.Job(), Token);

        Assert.Equal((state, word, false), (status.State, status.WireState, status.IsEnded));
    }

    [Theory]
    [InlineData(409, """{"message":"not yet"}""", ProviderJobState.Unknown)]
    [InlineData(200, """{"url":"https://cdn.pika.art/late.mp4"}""", ProviderJobState.Succeeded)]
    public async Task Success_without_a_link_asks_for_the_content_and_is_else_not_success(int code, string content, ProviderJobState state)
    {
        await using var server = new RawServer(c => c.Request.Path.EndsWith("/content", StringComparison.Ordinal)
            ? c.AnswerAsync(code, content)
            : c.AnswerAsync(200, """{"id":"job_1","status":"completed","output":{"media_type":"video","video":null},"error":null}"""));

        Assert.Equal(state, (await PikaDesk.At(server).GetStatusAsync(PikaDesk.Job(), Token)).State);
    }

    [Theory]
    [InlineData("content_moderation", ProviderFailureKind.ContentRejected, null)]
    [InlineData("insufficient_balance", ProviderFailureKind.OutOfCredit, null)]
    [InlineData("membership_required", ProviderFailureKind.Authentication, null)]
    [InlineData("cycle_limit_exceeded", ProviderFailureKind.OutOfCredit, null)]
    [InlineData("admission_suspended", ProviderFailureKind.RateLimited, 600)]
    [InlineData("provider_timeout", ProviderFailureKind.Timeout, null)]
    [InlineData("timed_out", ProviderFailureKind.Timeout, null)]
    [InlineData("provider_error", ProviderFailureKind.Transient, null)]
    [InlineData("internal", ProviderFailureKind.Transient, null)]
    [InlineData("invalid_input", ProviderFailureKind.InvalidRequest, null)]
    [InlineData("something_new", ProviderFailureKind.Transient, null)]
    public async Task A_failed_job_is_free_and_its_code_says_why(string code, ProviderFailureKind kind, int? waitSeconds)
    {
        await using var server = RawServer.Answering((200, $$"""{"id":"job_1","status":"failed","output":null,"error":{"code":"{{code}}","message":"about '{{PikaDesk.Prompt}}'"} }"""));

        var status = await PikaDesk.At(server).GetStatusAsync(PikaDesk.Job(), Token);

        Assert.Equal(
            (ProviderJobState.Failed, kind, ChargeCertainty.None, code, waitSeconds, 0m),
            (status.State, status.Failure?.Kind, status.Failure?.Charge, status.Failure?.ProviderCode, (int?)status.Failure?.RetryAfter?.TotalSeconds, status.ChargeUsd));
        Assert.DoesNotContain("fox", status.Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_job_under_403_is_read_as_a_job()
    {
        await using var server = RawServer.Answering((403, """{"id":"job_1","status":"failed","error":{"code":"insufficient_balance","message":"no"}}"""));

        Assert.Equal(ProviderFailureKind.OutOfCredit, (await PikaDesk.At(server).GetStatusAsync(PikaDesk.Job(), Token)).Failure?.Kind);
    }

    [Fact]
    public async Task An_id_that_is_not_shown_is_not_failed()
    {
        await using var server = RawServer.Answering((404, """{"message":"Not found"}"""));

        Assert.Equal(ProviderJobState.NotVisible, (await PikaDesk.At(server).GetStatusAsync(PikaDesk.Job(), Token)).State);
    }

    [Theory]
    [InlineData(401, """{"message":"bad key"}""", ProviderFailureKind.Authentication)]
    [InlineData(429, """{"message":"too fast","code":"rate_limited"}""", ProviderFailureKind.RateLimited)]
    [InlineData(200, "<html>", ProviderFailureKind.Transient)]
    [InlineData(200, """{"id":"job_1"}""", ProviderFailureKind.Transient)]
    public async Task A_question_that_cannot_be_answered_says_why(int code, string body, ProviderFailureKind kind)
    {
        await using var server = RawServer.Answering((code, body));

        var thrown = await Assert.ThrowsAsync<ProviderCallException>(() => PikaDesk.At(server).GetStatusAsync(PikaDesk.Job(), Token));

        Assert.Equal((kind, ChargeCertainty.None), (thrown.Failure?.Kind, thrown.Failure?.Charge));
    }
}
