using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Fal;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Fal;

public sealed class FalComposeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clip_from_words_is_written_at_top_level_and_calls_back()
    {
        var task = FalDesk.Task(FalDesk.Spec() with { AspectRatio = AspectRatio.Portrait, Seed = 7 }) with { CallbackUrl = new Uri("https://app.example/hooks/fal/vg-7c1e?a=b") };

        var body = await ComposeAsync(task);

        Assert.Equal("/fal-ai/pika/v2.2/text-to-video?fal_webhook=https%3A%2F%2Fapp.example%2Fhooks%2Ffal%2Fvg-7c1e%3Fa%3Db", body.Route);
        Assert.Equal("""{"prompt":"A fox made of autumn leaves","aspect_ratio":"9:16","resolution":"720p","seed":7,"duration":5}""", Encoding.UTF8.GetString(body.Content.Span));
        Assert.Equal((null, false), (body.IdempotencyKey, body.IsReplayable));
    }

    [Theory]
    [InlineData(FalDurationStyle.Number, null, "5")]
    [InlineData(FalDurationStyle.Text, null, "\"5\"")]
    [InlineData(FalDurationStyle.TextWithUnit, null, "\"5s\"")]
    [InlineData(FalDurationStyle.Text, FalDurationStyle.Number, "5")]
    public async Task Lengths_are_written_as_the_model_wants_them(FalDurationStyle account, FalDurationStyle? request, string written)
    {
        var fal = FalProvider.Create(FalDesk.Key, o => o.DurationStyle = account);

        var body = await fal.ComposeAsync(FalDesk.Task(FalDesk.Spec(settings: new FalSettings { DurationStyle = request })), Token);

        Assert.Equal(written, JsonNode.Parse(body.Content.Span)!["duration"]!.ToJsonString());
    }

    [Fact]
    public async Task A_picture_goes_by_address_and_stored_bytes_as_a_data_address()
    {
        var spec = FalDesk.Spec("fal-ai/pika/v2.2/image-to-video", VideoOperation.ImageToVideo);

        Assert.Equal("https://img.example/a.png", (string?)(await JsonAsync(FalDesk.Task(spec, FalDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"))))["image_url"]);
        Assert.Equal("data:image/png;base64,AQID", (string?)(await JsonAsync(FalDesk.Task(spec, FalDesk.Bytes(ReferenceRole.FirstFrame, 1, 2, 3))))["image_url"]);
    }

    [Fact]
    public async Task Scenes_take_a_list_of_pictures()
    {
        var json = await JsonAsync(FalDesk.Task(FalDesk.Spec("fal-ai/pika/v2.2/pikascenes", VideoOperation.ImageToVideo, new FalSettings { Input = new JsonObject { ["ingredients_mode"] = "creative" } }), FalDesk.Link(ReferenceRole.Subject, "https://img.example/a.png")));

        Assert.Equal("""["https://img.example/a.png"]""", json["image_urls"]!.ToJsonString());
        Assert.Equal("creative", (string?)json["ingredients_mode"]);
        Assert.Null(json["image_url"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(7, """[{"duration":4},{"duration":3}]""")]
    [InlineData(25, """[{"duration":13},{"duration":12}]""")]
    public async Task Frames_are_walked_in_order_and_share_the_length(int? seconds, string? transitions)
    {
        var json = await JsonAsync(Frames(seconds));

        Assert.Equal("""["https://img.example/a.png","https://img.example/b.png","https://img.example/c.png"]""", json["image_urls"]!.ToJsonString());
        Assert.Equal(transitions, json["transitions"]?.ToJsonString());
        Assert.Null(json["duration"]);
    }

    [Fact]
    public async Task Other_vendors_models_get_the_names_that_most_of_them_use()
    {
        var json = await JsonAsync(FalDesk.Task(
            FalDesk.Spec("fal-ai/some-vendor/v3/first-last", VideoOperation.ImageToVideo, new FalSettings { Input = new JsonObject { ["enable_audio"] = true } }) with { AspectRatio = AspectRatio.Square },
            FalDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"),
            FalDesk.Link(ReferenceRole.LastFrame, "https://img.example/b.png"),
            FalDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4"),
            FalDesk.Link(ReferenceRole.Audio, "https://v.example/a.mp3")));

        Assert.Equal(
            """{"image_url":"https://img.example/a.png","end_image_url":"https://img.example/b.png","video_url":"https://v.example/a.mp4","audio_url":"https://v.example/a.mp3","prompt":"A fox made of autumn leaves","aspect_ratio":"1:1","resolution":"720p","duration":5,"enable_audio":true}""",
            json.ToJsonString());
    }

    [Theory]
    [InlineData("single")]
    [InlineData("../a/b")]
    [InlineData("a/../../b")]
    [InlineData("a/b?x=1")]
    [InlineData("a/b c")]
    [InlineData("https://evil.example/a")]
    public Task A_model_cannot_lead_elsewhere(string model) => RefusedAsync(FalDesk.Task(FalDesk.Spec(model)), ProviderFailureKind.InvalidRequest);

    [Fact]
    public async Task What_cannot_be_asked_is_refused_before_anything_is_sent()
    {
        await RefusedAsync(FalDesk.Task(FalDesk.Spec("fal-ai/pika/v2.2/image-to-video") with { AspectRatio = AspectRatio.Portrait }), ProviderFailureKind.NotSupported);
        await RefusedAsync(FalDesk.Task(FalDesk.Spec(settings: new FalSettings { Input = new JsonObject { ["prompt"] = "x" } })), ProviderFailureKind.InvalidRequest);
        await RefusedAsync(FalDesk.Task(FalDesk.Spec("fal-ai/pika/v2.2/pikaframes"), FalDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png")), ProviderFailureKind.InvalidRequest);
        await RefusedAsync(Frames(26), ProviderFailureKind.NotSupported);
        await RefusedAsync(FalDesk.Task(null, FalDesk.Bytes(ReferenceRole.FirstFrame, new byte[(10 * 1024 * 1024) + 1])), ProviderFailureKind.NotSupported);
        await RefusedAsync(FalDesk.Task(FalDesk.Spec() with { SettingsJson = "{" }), ProviderFailureKind.InvalidRequest);
    }

    private static GenerationTask Frames(int? seconds) => FalDesk.Task(
        FalDesk.Spec("fal-ai/pika/v2.2/pikaframes", VideoOperation.ImageToVideo) with { Duration = seconds is { } s ? TimeSpan.FromSeconds(s) : null },
        FalDesk.Link(ReferenceRole.LastFrame, "https://img.example/c.png"),
        FalDesk.Link(ReferenceRole.Subject, "https://img.example/b.png"),
        FalDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"));

    private static async Task RefusedAsync(GenerationTask task, ProviderFailureKind kind) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(() => ComposeAsync(task))).Failure?.Kind);

    private static async Task<JsonNode> JsonAsync(GenerationTask task) => JsonNode.Parse((await ComposeAsync(task)).Content.Span)!;

    private static async Task<SubmissionBody> ComposeAsync(GenerationTask task) => await FalProvider.Create(FalDesk.Key).ComposeAsync(task, Token);
}
