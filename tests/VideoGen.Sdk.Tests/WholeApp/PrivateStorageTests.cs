using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Tests.Http;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>A gateway in a private network that keeps its files on storage beside it.</summary>
public sealed class PrivateStorageTests
{
    [Fact]
    public async Task A_file_comes_home_from_storage_that_the_app_named()
    {
        await using var storage = Storage();
        await using var gateway = Gateway(storage);
        await using var app = await StartAsync(gateway, ("Providers:openai:TrustedDownloadOrigins:0", storage.BaseUrl.GetLeftPart(UriPartial.Authority)));

        var result = await app.GenerateAsync();

        Assert.Equal("the film", await File.ReadAllTextAsync(result.Video.LocalPath!, TestContext.Current.CancellationToken));
        Assert.Equal(1, gateway.Posts);
        Assert.All(storage.Requests, r => Assert.False(r.Headers.ContainsKey("Authorization")));
    }

    [Fact]
    public async Task Without_its_name_the_file_is_left_to_a_person_who_is_told_the_option()
    {
        await using var storage = Storage();
        await using var gateway = Gateway(storage);
        await using var app = await StartAsync(gateway);

        var thrown = await Assert.ThrowsAsync<NeedsAttentionException>(() => app.GenerateAsync());

        Assert.Contains("TrustedDownloadOrigins", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(LineState.Charged, Assert.Single(await app.LinesAsync()).State);
        Assert.Empty(storage.Requests);
    }

    private static RawServer Storage() => new(call => call.AnswerAsync(200, "the film", "Content-Type: video/mp4"));

    private static RawServer Gateway(RawServer storage) => new(call => call.Request switch
    {
        { Method: "POST" } => call.AnswerAsync(200, """{"id":"video_1","object":"video","status":"queued","model":"sora-2"}"""),
        { Path: var path } when path.Contains("/content", StringComparison.Ordinal) => call.AnswerAsync(302, "", $"Location: {storage.BaseUrl}bucket/video_1.mp4"),
        _ => call.AnswerAsync(200, """{"id":"video_1","object":"video","status":"completed","model":"sora-2","seconds":"4"}"""),
    });

    private static Task<VendorApp> StartAsync(RawServer gateway, params (string Key, string Value)[] settings) => VendorApp.StartAsync(
        ["openai"],
        [
            ("Providers:openai:BaseUrl", gateway.BaseUrl.ToString()), ("Providers:openai:AllowLoopback", "false"), ("Providers:openai:AllowPlainHttp", "true"),
            ("Providers:openai:CostPerVideoUsd", "0.40"), .. settings,
        ]);
}
