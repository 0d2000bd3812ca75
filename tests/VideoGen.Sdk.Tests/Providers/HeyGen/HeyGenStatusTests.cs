using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

public sealed class HeyGenStatusTests
{
    private const string Link = "https://files.heygen.ai/v1.mp4?Signature=abc";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("waiting", true, ProviderJobState.Queued)]
    [InlineData("pending", true, ProviderJobState.Queued)]
    [InlineData("Queued", true, ProviderJobState.Queued)]
    [InlineData("processing", true, ProviderJobState.Running)]
    [InlineData("PROCESSING", false, ProviderJobState.Running)]
    [InlineData("completed", true, ProviderJobState.Succeeded)]
    [InlineData("completed", false, ProviderJobState.Succeeded)]
    [InlineData("failed", true, ProviderJobState.Failed)]
    [InlineData("failed", false, ProviderJobState.Failed)]
    [InlineData("cancelled", false, ProviderJobState.Cancelled)]
    [InlineData("cancelled", true, ProviderJobState.Unknown)]
    [InlineData("hibernating", true, ProviderJobState.Unknown)]
    [InlineData("", false, ProviderJobState.Unknown)]
    public async Task Each_endpoint_has_its_own_words(string word, bool isPresenter, ProviderJobState state)
    {
        var status = await StatusAsync($$$"""{"data":{"id":"v1","video_id":"v1","status":"{{{word}}}","video_url":"{{{Link}}}","duration":5.125,"novelty":[1]}}""", isPresenter);

        Assert.Equal(state, status.State);
        Assert.Equal(state == ProviderJobState.Succeeded, status.Outputs.Count == 1);
        Assert.Equal(state == ProviderJobState.Succeeded ? TimeSpan.FromSeconds(5.125) : null, status.Duration);
        Assert.Null(status.ChargeUsd);
    }

    [Theory]
    [InlineData("""{"data":{"status":"completed"}}""")]
    [InlineData("""{"data":{"status":"completed","video_url":null}}""")]
    [InlineData("""{"data":{"status":"completed","video_url":""}}""")]
    [InlineData("""{"data":{"status":"completed","video_url":"not a link"}}""")]
    [InlineData("""{"data":{}}""")]
    public async Task Success_without_a_file_is_no_success(string body)
    {
        Assert.Equal(ProviderJobState.Unknown, (await StatusAsync(body, isPresenter: true)).State);
        Assert.Equal(ProviderJobState.Unknown, (await StatusAsync(body, isPresenter: false)).State);
    }

    [Theory]
    [InlineData("""{"status":"failed","failure_code":"generation_failed","failure_message":"x"}""", false, true, ProviderFailureKind.Transient, ChargeCertainty.None)]
    [InlineData("""{"status":"failed","failure_code":"generation_failed","failure_message":"x"}""", false, false, ProviderFailureKind.Transient, ChargeCertainty.Unknown)]
    [InlineData("""{"status":"failed","failure_code":"generation_failed","failure_message":"Blocked by the Moderation policy"}""", false, true, ProviderFailureKind.ContentRejected, ChargeCertainty.Unknown)]
    [InlineData("""{"status":"failed","failure_code":"content_policy_violation"}""", true, true, ProviderFailureKind.ContentRejected, ChargeCertainty.Unknown)]
    [InlineData("""{"status":"failed","failure_code":"tts_text_invalid"}""", true, true, ProviderFailureKind.InvalidRequest, ChargeCertainty.None)]
    [InlineData("""{"status":"failed"}""", true, true, ProviderFailureKind.Transient, ChargeCertainty.None)]
    [InlineData("""{"status":"failed","failure_code":"generation_cancelled"}""", true, true, ProviderFailureKind.Transient, ChargeCertainty.Unknown)]
    [InlineData("""{"status":"cancelled","failure_code":null}""", false, true, ProviderFailureKind.Transient, ChargeCertainty.Unknown)]
    public async Task An_end_without_a_video_says_why_and_who_pays(string data, bool isPresenter, bool areFailuresFree, ProviderFailureKind kind, ChargeCertainty charge)
    {
        var status = await StatusAsync($$$"""{"data":{{{data}}}}""", isPresenter, areFailuresFree);

        Assert.Equal((true, kind, charge), (status.IsEnded, status.Failure!.Kind, status.Failure.Charge));
        Assert.Empty(status.Outputs);
    }

    [Theory]
    [InlineData("""{"status":"cancelled"}""", false)]
    [InlineData("""{"status":"failed","failure_code":"generation_cancelled"}""", false)]
    [InlineData("""{"status":"failed","failure_code":"generation_cancelled"}""", true)]
    public async Task A_video_that_somebody_stopped_is_cancelled_not_failed(string data, bool isPresenter)
    {
        var status = await StatusAsync($$$"""{"data":{{{data}}}}""", isPresenter);

        Assert.Equal((ProviderJobState.Cancelled, ProviderFailureKind.Transient, ChargeCertainty.Unknown), (status.State, status.Failure?.Kind, status.Failure?.Charge));
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"video_not_found","message":"x"}}""")]
    [InlineData(404, """{"error":{"code":"resource_not_found","message":"x"}}""")]
    public async Task A_job_that_is_not_shown_is_not_visible(int code, string body)
    {
        await using var server = RawServer.Answering((code, body));

        Assert.Equal(ProviderJobState.NotVisible, (await HeyGenDesk.At(server).GetStatusAsync(HeyGenDesk.Job(), Token)).State);
    }

    [Theory]
    [InlineData(401, """{"error":{"code":"unauthorized","message":"x"}}""", ProviderFailureKind.Authentication)]
    [InlineData(410, """{"error":{"code":"gone","message":"x"}}""", ProviderFailureKind.Retired)]
    [InlineData(429, """{"error":{"code":"rate_limit_exceeded","message":"x"}}""", ProviderFailureKind.RateLimited)]
    [InlineData(404, "<html>nothing here</html>", ProviderFailureKind.Transient)]
    [InlineData(200, "[]", ProviderFailureKind.Transient)]
    [InlineData(200, "not json", ProviderFailureKind.Transient)]
    public async Task A_question_that_brings_no_answer_says_nothing_about_the_job(int code, string body, ProviderFailureKind kind)
    {
        await using var server = RawServer.Answering((code, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => HeyGenDesk.At(server).GetStatusAsync(HeyGenDesk.Job(), Token))).Failure!.Kind);
    }

    [Theory]
    [InlineData("thinking", "", ProviderJobState.Running)]
    [InlineData("waiting_for_input", "", ProviderJobState.Running)]
    [InlineData("reviewing", "", ProviderJobState.Running)]
    [InlineData("generating", ""","video_id":"x1","progress":40""", ProviderJobState.Running)]
    [InlineData("completed", "", ProviderJobState.Unknown)]
    [InlineData("dreaming", ""","video_id":"x1" """, ProviderJobState.Unknown)]
    [InlineData("failed", "", ProviderJobState.Failed)]
    [InlineData("failed", ""","video_id":"x1" """, ProviderJobState.Failed)]
    [InlineData("completed", ""","video_id":"x1" """, ProviderJobState.Succeeded)]
    public async Task An_agent_is_followed_by_its_session_and_ends_with_its_video(string word, string more, ProviderJobState state)
    {
        await using var server = new RawServer(c => c.AnswerAsync(200, c.Request.Path.StartsWith("/v3/video-agents", StringComparison.Ordinal)
            ? $$$"""{"data":{"session_id":"v1","status":"{{{word}}}"{{{more}}}}}"""
            : word == "completed" ? $$$"""{"data":{"id":"x1","status":"completed","video_url":"{{{Link}}}","duration":20}}""" : """{"data":{"id":"x1","status":"processing"}}"""));

        var status = await HeyGenDesk.At(server).GetStatusAsync(HeyGenDesk.Job(HeyGenDesk.Agent()), Token);

        Assert.Equal((state, more.Contains("40", StringComparison.Ordinal) ? 0.4 : null), (status.State, status.Progress));
        Assert.DoesNotContain(server.Requests, r => r.Method != "GET");
    }

    [Fact]
    public async Task A_video_longer_than_was_held_for_raises_the_hold_and_a_shorter_one_does_not()
    {
        var spec = HeyGenDesk.Agent(TimeSpan.FromSeconds(30));
        async Task<decimal?> EstimateAsync(int seconds)
        {
            await using var server = new RawServer(c => c.AnswerAsync(200, c.Request.Path.Contains("agents", StringComparison.Ordinal)
                ? """{"data":{"status":"completed","video_id":"x1"}}"""
                : $$$"""{"data":{"status":"completed","video_url":"{{{Link}}}","duration":{{{seconds}}}}}"""));
            return (await HeyGenDesk.At(server).GetStatusAsync(HeyGenDesk.Job(spec), Token)).EstimateUsd;
        }

        Assert.Equal(1.332m, await EstimateAsync(40));
        Assert.Null(await EstimateAsync(30));
    }

    [Theory]
    [InlineData("5", false)]
    [InlineData("5.04", false)]
    [InlineData("5.999", false)]
    [InlineData("6", true)]
    public async Task A_clip_raises_the_hold_only_from_a_whole_second_beyond_what_was_asked_for(string seconds, bool isRaised) =>
        Assert.Equal(isRaised, (await StatusAsync($$$"""{"data":{"status":"completed","video_url":"{{{Link}}}","duration":{{{seconds}}}}}""", isPresenter: false)).EstimateUsd is not null);

    [Fact]
    public async Task Words_that_the_vendor_echoes_never_reach_a_message()
    {
        await using var server = RawServer.Answering((200, """{"data":{"status":"failed","failure_code":"internal_error","failure_message":"cannot say 'The secret plan of the board' for 'A fox made of autumn leaves'"}}"""));

        var message = (await HeyGenDesk.At(server).GetStatusAsync(HeyGenDesk.Job(HeyGenDesk.Presenter("The secret plan of the board")), Token)).Failure!.Message;

        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.DoesNotContain("fox", message, StringComparison.Ordinal);
    }

    private static async Task<ProviderJobStatus> StatusAsync(string body, bool isPresenter, bool areFailuresFree = true)
    {
        await using var server = RawServer.Answering((200, body));
        var status = await HeyGenDesk.At(server, o => o.FailedJobsAreFree = areFailuresFree).GetStatusAsync(HeyGenDesk.Job(isPresenter ? HeyGenDesk.Presenter() : HeyGenDesk.Clip()), Token);
        Assert.Equal(isPresenter ? "/v3/videos/v1" : "/v3/models/videos/v1", Assert.Single(server.Requests).Path);
        return status;
    }
}
