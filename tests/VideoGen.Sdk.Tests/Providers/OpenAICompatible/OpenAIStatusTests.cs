using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

public sealed class OpenAIStatusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":"video_t1","status":"queued","progress":0}""", ProviderJobState.Queued, 0.0)]
    [InlineData("""{"id":"video_t1","status":"in_progress","progress":40}""", ProviderJobState.Running, 0.4)]
    [InlineData("""{"id":"video_t1","status":"in_progress","progress":"40","seconds":8}""", ProviderJobState.Running, 0.4)]
    [InlineData("""{"id":"video_t1","status":"completed","progress":100,"seconds":"8","completed_at":1758700140,"expires_at":1758703740}""", ProviderJobState.Succeeded, 1.0)]
    [InlineData("""{"id":"video_t1","status":"warming"}""", ProviderJobState.Unknown, null)]
    public async Task A_video_shows_its_state(string body, ProviderJobState state, double? progress)
    {
        var status = await ReadAsync(200, body);

        Assert.Equal((state, progress, null), (status.State, status.Progress, status.ChargeUsd));
        Assert.Equal(state == ProviderJobState.Succeeded ? TimeSpan.FromSeconds(8) : null, status.Duration);
        Assert.Empty(status.Outputs);
    }

    [Theory]
    [InlineData("moderation_blocked", ProviderFailureKind.ContentRejected)]
    [InlineData("something_else", ProviderFailureKind.Transient)]
    public async Task A_failed_video_keeps_its_money_held_because_nobody_says_whether_it_is_charged(string code, ProviderFailureKind kind)
    {
        var failure = (await ReadAsync(200, $$$"""{"status":"failed","error":{"code":"{{{code}}}","message":"'{{{OpenAIDesk.Prompt}}}' was refused"}}""")).Failure!;

        Assert.Equal((kind, ChargeCertainty.Unknown, code), (failure.Kind, failure.Charge, failure.ProviderCode));
        Assert.DoesNotContain("boat", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("canceled")]
    public async Task A_video_that_somebody_stopped_is_cancelled_not_failed(string word)
    {
        var status = await ReadAsync(200, $$"""{"id":"video_t1","status":"{{word}}"}""");

        Assert.Equal((ProviderJobState.Cancelled, ProviderFailureKind.Transient, ChargeCertainty.Unknown), (status.State, status.Failure?.Kind, status.Failure?.Charge));
    }

    [Fact]
    public async Task A_video_that_is_not_listed_is_not_visible() =>
        Assert.Equal(ProviderJobState.NotVisible, (await ReadAsync(404, """{"error":{"message":"Video with id 'video_t1' not found."}}""")).State);

    [Theory]
    [InlineData(410, """{"error":{"message":"gone"}}""", ProviderFailureKind.Retired)]
    [InlineData(401, """{"error":{"message":"key"}}""", ProviderFailureKind.Authentication)]
    [InlineData(200, "<html>", ProviderFailureKind.Transient)]
    public async Task A_question_that_fails_says_nothing_about_the_video(int status, string body, ProviderFailureKind kind) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => ReadAsync(status, body))).Failure!.Kind);

    [Fact]
    public async Task The_file_is_fetched_with_the_key_at_the_own_origin_only()
    {
        await using var store = RawServer.Answering((200, "video"));
        await using var server = new RawServer(c => c.AnswerAsync(302, "", $"Location: {store.BaseUrl}signed?sig=s"));

        await using var output = await OpenAIDesk.At(server).OpenOutputAsync(new OutputRequest { Job = OpenAIDesk.Job() }, Token);

        Assert.Equal("video", await new StreamReader(output.Stream).ReadToEndAsync(Token));
        Assert.Equal(("/v1/videos/video_t1/content?variant=video", $"Bearer {OpenAIDesk.Key}"), (server.Requests.Single().Path, server.Requests.Single().Headers["Authorization"]));
        Assert.False(store.Requests.Single().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_file_that_the_gateway_has_dropped_is_told_as_expired()
    {
        await using var server = RawServer.Answering((404, """{"error":{"message":"expired"}}"""));

        Assert.True((await Assert.ThrowsAsync<ProviderCallException>(() => OpenAIDesk.At(server).OpenOutputAsync(new OutputRequest { Job = OpenAIDesk.Job() }, Token))).IsOutputExpired);
    }

    [Fact]
    public async Task There_is_no_cancel()
    {
        await using var server = RawServer.Answering((200, "{}"));

        Assert.Equal(ProviderCancelOutcome.NotSupported, await ((IVideoProvider)OpenAIDesk.At(server)).CancelAsync(OpenAIDesk.Job(), Token));
        Assert.Empty(server.Requests);
    }

    private static async Task<ProviderJobStatus> ReadAsync(int status, string body)
    {
        await using var server = RawServer.Answering((status, body));
        var read = await OpenAIDesk.At(server).GetStatusAsync(OpenAIDesk.Job(), Token);
        Assert.Equal("/v1/videos/video_t1", server.Requests.First().Path);
        return read;
    }
}
