using System.Text.Json.Nodes;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Tests.Http;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.OpenAICompatible;

public sealed class OpenAILookupTests
{
    private const long At = 1758700000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exactly_one_that_fits_is_found() =>
        Assert.Equal("ours", Assert.IsType<RemoteJobMatch.Found>(await FindAsync(
            Video("ours", At + 1),
            Video("other-words", At + 1, prompt: "another prompt"),
            Video("other-model", At + 1, model: "veo"),
            Video("other-size", At + 1, size: "720x1280"),
            Video("other-length", At + 1, seconds: "4"),
            Video("too-young", At + 300),
            Video("too-old", At - 31))).RemoteId);

    [Fact]
    public async Task A_dated_model_is_the_model_that_was_asked_for() =>
        Assert.IsType<RemoteJobMatch.Found>(await FindAsync(Video("ours", At, model: "sora-2-2025-12-08")));

    [Fact]
    public async Task Two_that_fit_are_ambiguous() =>
        Assert.Equal(["a", "b"], Assert.IsType<RemoteJobMatch.Ambiguous>(await FindAsync(Video("a", At), Video("b", At + 5))).RemoteIds);

    [Fact]
    public async Task One_that_hides_its_words_could_be_ours_and_is_never_adopted()
    {
        Assert.IsType<RemoteJobMatch.Ambiguous>(await FindAsync(Video("a", At, prompt: null)));
        Assert.IsType<RemoteJobMatch.Ambiguous>(await FindAsync(Video("a", At), Video("b", At, prompt: null)));
        Assert.IsType<RemoteJobMatch.Ambiguous>(await FindAsync(Video("a", null)));
    }

    [Fact]
    public async Task None_is_no_proof() => Assert.IsType<RemoteJobMatch.NotFound>(await FindAsync());

    [Fact]
    public async Task Further_pages_are_read_until_they_are_too_old()
    {
        await using var server = new RawServer(c => c.AnswerAsync(200, c.Request.Path.Contains("after=p1", StringComparison.Ordinal)
            ? Page([Video("ours", At), Video("old", At - 100)], hasMore: true)
            : Page([Video("p1", At + 900)], hasMore: true)));

        Assert.IsType<RemoteJobMatch.Found>(await OpenAIDesk.At(server).FindAsync(Trace(), Token));
        Assert.Equal(["/v1/videos?limit=100&order=desc", "/v1/videos?limit=100&order=desc&after=p1"], server.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task A_list_that_never_ends_leaves_a_doubt()
    {
        await using var server = RawServer.Answering((200, Page([Video("a", At)], hasMore: true)));

        Assert.IsType<RemoteJobMatch.Ambiguous>(await OpenAIDesk.At(server).FindAsync(Trace(), Token));
        Assert.Equal(10, server.Requests.Count);
    }

    [Fact]
    public async Task A_gateway_without_a_list_has_no_look_up()
    {
        await using var server = RawServer.Answering((405, "{}"));

        Assert.IsType<RemoteJobMatch.NotSupported>(await OpenAIDesk.At(server).FindAsync(Trace(), Token));
        Assert.IsType<RemoteJobMatch.NotSupported>(await OpenAIDesk.At(server).FindAsync(Trace() with { Spec = null }, Token));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_no_answer()
    {
        await using var server = RawServer.Answering((401, """{"error":{"message":"key"}}"""));

        await Assert.ThrowsAsync<ProviderCallException>(() => OpenAIDesk.At(server).FindAsync(Trace(), Token));
    }

    private static SubmissionTrace Trace() =>
        new() { ClientReference = "vg-7c1e", Route = "videos", Model = "sora-2", SubmittedAt = DateTimeOffset.FromUnixTimeSeconds(At), Spec = OpenAIDesk.Spec() };

    private static async Task<RemoteJobMatch> FindAsync(params JsonObject[] videos)
    {
        await using var server = RawServer.Answering((200, Page(videos, hasMore: false)));
        return await OpenAIDesk.At(server).FindAsync(Trace(), Token);
    }

    private static string Page(JsonObject[] videos, bool hasMore) => new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. videos]), ["has_more"] = hasMore }.ToJsonString();

    private static JsonObject Video(string id, long? createdAt, string? prompt = OpenAIDesk.Prompt, string model = "sora-2", string size = "1280x720", string seconds = "8") =>
        new() { ["id"] = id, ["status"] = "queued", ["created_at"] = createdAt, ["prompt"] = prompt, ["model"] = model, ["size"] = size, ["seconds"] = seconds };
}
