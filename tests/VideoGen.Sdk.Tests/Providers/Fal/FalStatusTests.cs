using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Fal;

public sealed class FalStatusTests
{
    private const string Completed = """{"status":"COMPLETED","request_id":"rq-1","logs":null,"metrics":{"inference_time":41.5}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("IN_QUEUE", ProviderJobState.Queued)]
    [InlineData("IN_PROGRESS", ProviderJobState.Running)]
    [InlineData("HIBERNATING", ProviderJobState.Unknown)]
    public async Task A_request_that_is_not_over_is_asked_about_by_owner_and_app_alone(string word, ProviderJobState state)
    {
        await using var server = RawServer.Answering((202, $$"""{"status":"{{word}}","request_id":"rq-1","queue_position":3}"""));

        var status = await FalDesk.At(server).GetStatusAsync(FalDesk.Job("/" + FalDesk.TextToVideo + "?fal_webhook=https%3A%2F%2Fapp.example"), Token);

        Assert.Equal(("/fal-ai/pika/requests/rq-1/status", $"Key {FalDesk.Key}"), (server.Requests.Single().Path, server.Requests.Single().Headers["Authorization"]));
        Assert.Equal((state, word, false), (status.State, status.WireState, status.IsEnded));
    }

    [Fact]
    public async Task Workflows_keep_their_word_in_front()
    {
        await using var server = RawServer.Answering((202, """{"status":"IN_QUEUE"}"""));

        await FalDesk.At(server).GetStatusAsync(FalDesk.Job("/workflows/owner/name/sub"), Token);

        Assert.Equal("/workflows/owner/name/requests/rq-1/status", server.Requests.Single().Path);
    }

    [Theory]
    [InlineData("""{"video":{"url":"https://v3.fal.media/files/a/rq-1.mp4","content_type":"video/mp4","file_name":"rq-1.mp4","file_size":1048576}}""")]
    [InlineData("""{"video":{"url":"https://v3.fal.media/files/a/rq-1.mp4"},"thumbnail":{"url":"https://v3.fal.media/t.png","content_type":"image/png"}}""")]
    [InlineData("""{"videos":[{"url":"https://v3.fal.media/files/a/rq-1.mp4"}]}""")]
    [InlineData("""{"data":{"output":{"url":"https://v3.fal.media/files/a/rq-1.mp4","content_type":"video/mp4"}}}""")]
    [InlineData("""{"video":"https://v3.fal.media/files/a/rq-1.mp4","seed":3}""")]
    public async Task A_finished_request_says_where_its_clip_is(string result)
    {
        var (status, server) = await AskAsync(Completed, 200, result);

        Assert.Equal((ProviderJobState.Succeeded, "https://v3.fal.media/files/a/rq-1.mp4"), (status.State, status.Outputs.Single().AbsoluteUri));
        Assert.Equal(["/fal-ai/pika/requests/rq-1/status", "/fal-ai/pika/requests/rq-1"], server.Requests.Select(r => r.Path));
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"image":{"url":"https://v3.fal.media/a.png","content_type":"image/png"}}""")]
    [InlineData(404, """{"detail":"Request not found"}""")]
    [InlineData(400, """{"detail":"Request is still in progress"}""")]
    [InlineData(500, """{"detail":"Internal Server Error"}""")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(302, "")]
    public async Task Completed_without_a_clip_and_without_a_clear_error_is_no_end(int code, string result) =>
        Assert.Equal(ProviderJobState.Unknown, (await AskAsync(Completed, code, result)).Status.State);

    [Theory]
    [InlineData(422, "content_policy_violation", ProviderFailureKind.ContentRejected, ChargeCertainty.Unknown)]
    [InlineData(422, "no_media_generated", ProviderFailureKind.NotSupported, ChargeCertainty.Unknown)]
    [InlineData(422, "image_too_small", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "image_too_large", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "image_load_error", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "face_detection_error", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "file_download_error", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "file_too_large", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "unsupported_image_format", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "greater_than_equal", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "sequence_too_long", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "one_of", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "missing", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "feature_not_supported", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(422, "something_new", ProviderFailureKind.InvalidRequest, ChargeCertainty.Unknown)]
    [InlineData(500, "internal_server_error", ProviderFailureKind.Transient, ChargeCertainty.None)]
    [InlineData(504, "generation_timeout", ProviderFailureKind.Timeout, ChargeCertainty.None)]
    [InlineData(400, "downstream_service_error", ProviderFailureKind.Transient, ChargeCertainty.Unknown)]
    [InlineData(502, "downstream_service_error", ProviderFailureKind.Transient, ChargeCertainty.None)]
    [InlineData(503, "downstream_service_unavailable", ProviderFailureKind.Transient, ChargeCertainty.None)]
    public async Task The_models_own_errors_end_a_request(int code, string type, ProviderFailureKind kind, ChargeCertainty charge)
    {
        var (status, _) = await AskAsync(Completed, code, $$"""{"detail":[{"loc":["body","prompt"],"msg":"about '{{FalDesk.Prompt}}'","type":"{{type}}"}]}""");

        Assert.Equal((ProviderJobState.Failed, kind, charge, type), (status.State, status.Failure?.Kind, status.Failure?.Charge, status.Failure?.ProviderCode));
        Assert.Equal(charge == ChargeCertainty.None ? 0m : null, status.ChargeUsd);
        Assert.DoesNotContain("fox", status.Failure?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(504, "request_timeout", ProviderFailureKind.Timeout)]
    [InlineData(504, "startup_timeout", ProviderFailureKind.Timeout)]
    [InlineData(503, "runner_scheduling_failure", ProviderFailureKind.Transient)]
    [InlineData(503, "runner_connection_timeout", ProviderFailureKind.Transient)]
    [InlineData(503, "runner_disconnected", ProviderFailureKind.Transient)]
    [InlineData(503, "runner_connection_refused", ProviderFailureKind.Transient)]
    [InlineData(500, "runner_connection_error", ProviderFailureKind.Transient)]
    [InlineData(502, "runner_incomplete_response", ProviderFailureKind.Transient)]
    [InlineData(500, "runner_server_error", ProviderFailureKind.Transient)]
    [InlineData(500, "internal_error", ProviderFailureKind.Transient)]
    [InlineData(400, "bad_request", ProviderFailureKind.InvalidRequest)]
    public async Task The_platforms_errors_end_a_request_for_free(int code, string type, ProviderFailureKind kind)
    {
        var (status, _) = await AskAsync(Completed, code, $$"""{"detail":"text","error_type":"{{type}}"}""");

        Assert.Equal((ProviderJobState.Failed, kind, ChargeCertainty.None, type), (status.State, status.Failure?.Kind, status.Failure?.Charge, status.Failure?.ProviderCode));
    }

    [Theory]
    [InlineData(500, "internal_server_error", "X-Fal-Retryable: false", ProviderFailureKind.NotSupported)]
    [InlineData(500, "internal_server_error", "X-Fal-Retryable: true", ProviderFailureKind.Transient)]
    [InlineData(504, "generation_timeout", "X-Fal-Retryable: true", ProviderFailureKind.Timeout)]
    [InlineData(504, "generation_timeout", "X-Fal-Needs-Retry: 0", ProviderFailureKind.NotSupported)]
    [InlineData(422, "file_download_error", "X-Fal-Retryable: true", ProviderFailureKind.Transient)]
    [InlineData(422, "content_policy_violation", "X-Fal-Retryable: true", ProviderFailureKind.ContentRejected)]
    [InlineData(504, "request_timeout", "X-Fal-Request-Timeout-Type: user", ProviderFailureKind.NotSupported)]
    public async Task The_vendors_word_on_another_try_wins_over_everything_but_moderation(int code, string type, string header, ProviderFailureKind kind)
    {
        var (status, _) = await AskAsync(Completed, code, $$"""{"detail":[{"loc":[],"msg":"m","type":"{{type}}"}]}""", header);

        Assert.Equal((ProviderJobState.Failed, kind), (status.State, status.Failure?.Kind));
    }

    [Theory]
    [InlineData(503, """{"detail":"gone","error_type":"runner_disconnected"}""", ProviderFailureKind.Transient, ChargeCertainty.None)]
    [InlineData(500, """{"detail":"Internal Server Error"}""", ProviderFailureKind.Transient, ChargeCertainty.None)]
    [InlineData(404, """{"detail":"Request not found"}""", ProviderFailureKind.Transient, ChargeCertainty.None)]
    [InlineData(502, "<html>", ProviderFailureKind.Transient, ChargeCertainty.None)]
    [InlineData(200, "{}", ProviderFailureKind.Transient, ChargeCertainty.None)]
    public async Task An_error_in_the_status_ends_a_request_whatever_its_result_says(int code, string result, ProviderFailureKind kind, ChargeCertainty charge)
    {
        var (status, _) = await AskAsync("""{"status":"COMPLETED","request_id":"rq-1","error":"lost","error_type":"runner_disconnected"}""", code, result);

        Assert.Equal((ProviderJobState.Failed, kind, charge), (status.State, status.Failure?.Kind, status.Failure?.Charge));
    }

    [Theory]
    [InlineData(500, """{"detail":"Internal Server Error"}""")]
    [InlineData(502, """{"detail":"Bad Gateway"}""")]
    [InlineData(401, """{"detail":"Authentication is required"}""")]
    [InlineData(502, "<html>")]
    [InlineData(422, """{"detail":[{"loc":["body","prompt"],"msg":"m","type":"content_policy_violation"}]}""")]
    public async Task A_moderation_that_the_status_tells_of_is_not_made_free_by_a_passing_fault_of_the_result(int code, string result)
    {
        var (status, _) = await AskAsync("""{"status":"COMPLETED","request_id":"rq-1","error":"blocked","error_type":"content_policy_violation"}""", code, result);

        Assert.Equal(
            (ProviderJobState.Failed, ProviderFailureKind.ContentRejected, ChargeCertainty.Unknown, null),
            (status.State, status.Failure?.Kind, status.Failure?.Charge, status.ChargeUsd));
    }

    [Fact]
    public async Task A_clip_that_is_there_is_kept_even_if_the_status_speaks_of_an_error() => Assert.Equal(
        ProviderJobState.Succeeded,
        (await AskAsync("""{"status":"COMPLETED","error":"odd"}""", 200, """{"video":{"url":"https://v3.fal.media/a.mp4"}}""")).Status.State);

    [Theory]
    [InlineData("0", ChargeCertainty.None)]
    [InlineData("3.2", ChargeCertainty.Unknown)]
    [InlineData("null", ChargeCertainty.Unknown)]
    public async Task A_cancelled_request_is_free_only_if_nothing_ran(string inferenceTime, ChargeCertainty charge)
    {
        var (status, _) = await AskAsync(
            $$$"""{"status":"COMPLETED","error":"cancelled","error_type":"client_cancelled","metrics":{"inference_time":{{{inferenceTime}}}}}""", 499, """{"detail":"Request was cancelled","error_type":"client_cancelled"}""");

        Assert.Equal((ProviderJobState.Cancelled, charge), (status.State, status.Failure?.Charge));
    }

    [Theory]
    [InlineData(499, """{"detail":"Request was cancelled","error_type":"client_cancelled"}""")]
    [InlineData(499, """{"detail":"Client disconnected","error_type":"client_disconnected"}""")]
    [InlineData(500, """{"detail":"Internal Server Error"}""")]
    [InlineData(502, "<html>")]
    [InlineData(200, "{}")]
    public async Task A_request_that_somebody_stopped_is_cancelled_not_failed_whatever_its_result_says(int code, string result)
    {
        var (status, _) = await AskAsync("""{"status":"COMPLETED","error":"cancelled","error_type":"client_cancelled"}""", code, result);

        Assert.Equal((ProviderJobState.Cancelled, ProviderFailureKind.Transient, ChargeCertainty.Unknown), (status.State, status.Failure?.Kind, status.Failure?.Charge));
    }

    [Theory]
    [InlineData(401, """{"detail":"Authentication is required"}""", ProviderFailureKind.Authentication)]
    [InlineData(429, """{"detail":"Too many"}""", ProviderFailureKind.RateLimited)]
    public async Task A_result_that_refuses_the_question_is_no_end(int code, string result, ProviderFailureKind kind) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => AskAsync(Completed, code, result))).Failure?.Kind);

    [Theory]
    [InlineData(401, """{"detail":"Authentication is required"}""", ProviderFailureKind.Authentication)]
    [InlineData(200, "<html>", ProviderFailureKind.Transient)]
    public async Task A_question_that_cannot_be_answered_says_why(int code, string body, ProviderFailureKind kind)
    {
        await using var server = RawServer.Answering((code, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => FalDesk.At(server).GetStatusAsync(FalDesk.Job(), Token))).Failure?.Kind);
    }

    [Fact]
    public async Task An_id_that_is_not_shown_is_not_failed()
    {
        await using var server = RawServer.Answering((404, """{"detail":"Request not found"}"""));

        Assert.Equal(ProviderJobState.NotVisible, (await FalDesk.At(server).GetStatusAsync(FalDesk.Job(), Token)).State);
    }

    internal static async Task<(ProviderJobStatus Status, RawServer Server)> AskAsync(string status, int code, string result, params string[] headers)
    {
        await using var server = new RawServer(c => c.Request.Path.EndsWith("/status", StringComparison.Ordinal) ? c.AnswerAsync(200, status) : c.AnswerAsync(code, result, headers));
        return (await FalDesk.At(server).GetStatusAsync(FalDesk.Job(), Token), server);
    }
}
