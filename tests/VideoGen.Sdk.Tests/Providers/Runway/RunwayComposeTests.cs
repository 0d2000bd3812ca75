using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Runway;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Runway;

public sealed class RunwayComposeTests
{
    private static readonly RunwayProvider Runway = RunwayProvider.Create(RunwayDesk.Key);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_picture_becomes_the_vendors_own_example() => AssertAsync(
        RunwayDesk.Task(
            RunwayDesk.Spec(settings: new RunwaySettings { PublicFigureThreshold = RunwayPublicFigureThreshold.Auto }) with { Operation = VideoOperation.ImageToVideo },
            RunwayDesk.Link(ReferenceRole.FirstFrame, "runway://upload-1")),
        "v1/image_to_video",
        """
        {"model":"gen4.5","promptText":"slow dolly towards the lighthouse","promptImage":[{"uri":"runway://upload-1","position":"first"}],
         "ratio":"1280:720","duration":5,"seed":7,"contentModeration":{"publicFigureThreshold":"auto"}}
        """);

    // A request that asks for everything: each body carries what its model knows (client 4.20.1), and nothing else.
    [Theory]
    [InlineData("gen4.5", "1280:720", null, """{"ratio":"1280:720","duration":5,"seed":7}""")]
    [InlineData("veo3.1", "1280:720", null, """{"negativePrompt":"rain","ratio":"1280:720","duration":5,"audio":true,"seed":7}""")]
    [InlineData("veo3.1_fast", "1920:1080", null, """{"negativePrompt":"rain","ratio":"1920:1080","duration":5,"audio":true,"seed":7}""")]
    [InlineData("seedance2", "3840:2160", null, """{"ratio":"3840:2160","duration":5,"audio":true,"seed":7}""")]
    [InlineData("seedance2_fast", "1280:720", null, """{"ratio":"1280:720","duration":5,"audio":true,"seed":7}""")]
    [InlineData("seedance2_mini", "864:496", null, """{"ratio":"864:496","duration":5,"audio":true,"seed":7}""")]
    [InlineData("seedance2_5", "854:480", null, """{"ratio":"854:480","duration":5,"audio":true,"seed":7}""")]
    [InlineData("hailuo3", "16:9", "2k", """{"ratio":"16:9","resolution":"2k","duration":5}""")]
    [InlineData("hailuo3", "9:16", "768p", """{"ratio":"9:16","resolution":"768p","duration":5}""")]
    [InlineData("h3_max", "16:9", "480p", """{"resolution":"480p","duration":5,"seed":7}""")]
    [InlineData("wan3", "832:480", null, """{"ratio":"832:480","duration":5,"audio":true}""")]
    [InlineData("wan3_prime", "1440:1440", null, """{"ratio":"1440:1440","duration":5,"audio":true}""")]
    [InlineData("grok_imagine_1_5", "3:2", "1080p", """{"ratio":"3:2","resolution":"1080p","duration":5}""")]
    [InlineData("gemini_omni_flash", "720:1280", null, """{"ratio":"720:1280","duration":5}""")]
    [InlineData("gemini_omni_flash_1.1", "2160:3840", null, """{"ratio":"2160:3840","duration":5}""")]
    [InlineData("happyhorse_1_0", "1662:1248", null, """{"ratio":"1662:1248","duration":5}""")]
    [InlineData("some_new_model", "1280:720", null, """{"ratio":"1280:720","duration":5,"seed":7}""")]
    public Task Words_carry_only_what_the_model_knows(string model, string ratio, string? resolution, string fields) =>
        AssertAsync(RunwayDesk.Task(Everything(model, ratio, resolution)), "v1/text_to_video", With(fields, ("model", model), ("promptText", RunwayDesk.Prompt)));

    [Theory]
    [InlineData("gen4_turbo", "960:960", null, """{"ratio":"960:960","duration":5,"seed":7}""")]
    [InlineData("veo3.1", "1280:720", null, """{"negativePrompt":"rain","ratio":"1280:720","duration":5,"audio":true,"seed":7}""")]
    [InlineData("seedance2", "1280:720", null, """{"ratio":"1280:720","duration":5,"audio":true,"seed":7}""")]
    [InlineData("hailuo3", "1:1", "768p", """{"ratio":"1:1","resolution":"768p","duration":5}""")]
    [InlineData("h3_max", "16:9", "768p", """{"resolution":"768p","duration":5,"seed":7}""")]
    [InlineData("wan3", "1280:720", "720p", """{"ratio":"auto_720p","duration":5,"audio":true}""")]
    [InlineData("grok_imagine_1_5", "16:9", "480p", """{"resolution":"480p","duration":5}""")]
    [InlineData("gemini_omni_flash", "1280:720", null, """{"ratio":"1280:720","duration":5}""")]
    [InlineData("happyhorse_1_0", "1280:720", "1080p", """{"resolution":"1080p","duration":5}""")]
    public Task A_first_picture_carries_only_what_the_model_knows(string model, string ratio, string? resolution, string fields) => AssertAsync(
        RunwayDesk.Task(Everything(model, ratio, resolution) with { Operation = VideoOperation.ImageToVideo }, RunwayDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png")),
        "v1/image_to_video",
        With(fields, ("model", model), ("promptText", RunwayDesk.Prompt), ("promptImage", JsonNode.Parse("""[{"uri":"https://img.example/a.png","position":"first"}]""")!)));

    [Theory]
    [InlineData("aleph2", "16:9", "videoUri", """{"targetAspectRatio":"16:9","seed":7}""")]
    [InlineData("seedance2", "1280:720", "promptVideo", """{"ratio":"1280:720","duration":5,"audio":true,"seed":7}""")]
    [InlineData("seedance2_5", "1280:720", "promptVideo", """{"ratio":"1280:720","duration":5,"audio":true,"seed":7}""")]
    [InlineData("gemini_omni_flash", "1280:720", "videoUri", "{}")]
    [InlineData("gemini_omni_flash_1.1", "1280:720", "videoUri", """{"ratio":"1280:720","duration":5}""")]
    public Task A_source_clip_goes_under_the_name_that_the_model_has_for_it(string model, string ratio, string field, string fields) => AssertAsync(
        RunwayDesk.Task(Everything(model, ratio, null) with { Operation = VideoOperation.VideoToVideo }, RunwayDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")),
        "v1/video_to_video",
        With(fields, ("model", model), ("promptText", RunwayDesk.Prompt), (field, "https://v.example/a.mp4")));

    [Fact]
    public Task References_go_with_words_because_frames_may_not_be_mixed_with_them() => AssertAsync(
        RunwayDesk.Task(
            RunwayDesk.Spec("seedance2") with { Operation = VideoOperation.ImageToVideo },
            RunwayDesk.Link(ReferenceRole.Subject, "https://img.example/a.png"),
            RunwayDesk.Link(ReferenceRole.Style, "https://v.example/b.mp4"),
            RunwayDesk.Link(ReferenceRole.Audio, "https://a.example/c.mp3", "audio/mpeg")),
        "v1/text_to_video",
        """
        {"model":"seedance2","promptText":"slow dolly towards the lighthouse","references":[{"uri":"https://img.example/a.png"}],
         "referenceVideos":[{"type":"video","uri":"https://v.example/b.mp4"}],"referenceAudio":[{"type":"audio","uri":"https://a.example/c.mp3"}],
         "ratio":"1280:720","duration":5,"audio":false,"seed":7}
        """);

    [Fact]
    public Task A_performance_moves_a_character() => AssertAsync(
        RunwayDesk.Task(
            RunwayDesk.Spec("act_two", new RunwaySettings { BodyControl = true, ExpressionIntensity = 4 }) with { Operation = VideoOperation.CharacterPerformance },
            RunwayDesk.Link(ReferenceRole.Subject, "https://img.example/face.png"),
            RunwayDesk.Link(ReferenceRole.Source, "https://v.example/act.mp4")),
        "v1/character_performance",
        """
        {"model":"act_two","character":{"type":"image","uri":"https://img.example/face.png"},"reference":{"type":"video","uri":"https://v.example/act.mp4"},
         "ratio":"1280:720","seed":7,"bodyControl":true,"expressionIntensity":4}
        """);

    [Fact]
    public Task Pictures_guide_a_clip_at_their_places() => AssertAsync(
        RunwayDesk.Task(
            RunwayDesk.Spec("aleph2", new RunwaySettings { Keyframes = [new RunwayKeyframe { Picture = new Uri("https://img.example/k.png"), At = TimeSpan.FromSeconds(2.5) }], OutputFormat = "prores", ProResProfile = "422 HQ" })
                with { Operation = VideoOperation.VideoToVideo, AspectRatio = null, Seed = null },
            RunwayDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4"),
            RunwayDesk.Link(ReferenceRole.FirstFrame, "https://img.example/f.png")),
        "v1/video_to_video",
        """
        {"model":"aleph2","promptText":"slow dolly towards the lighthouse","videoUri":"https://v.example/a.mp4",
         "keyframes":[{"at":0,"uri":"https://img.example/f.png"},{"seconds":2.5,"uri":"https://img.example/k.png"}],"outputFormat":"prores","proresProfile":"422 HQ"}
        """);

    [Fact]
    public Task Editing_a_clip_in_place_takes_no_ratio_and_its_own_length() => AssertAsync(
        RunwayDesk.Task(RunwayDesk.Spec("seedance2_5", new RunwaySettings { Mode = RunwayVideoMode.Edit }) with { Operation = VideoOperation.VideoToVideo }, RunwayDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")),
        "v1/video_to_video",
        """{"model":"seedance2_5","promptText":"slow dolly towards the lighthouse","promptVideo":"https://v.example/a.mp4","duration":"auto","audio":false,"seed":7,"mode":"edit"}""");

    [Fact]
    public Task What_was_left_open_is_said_all_the_same_because_it_decides_the_price() => AssertAsync(
        RunwayDesk.Task(new GenerationSpec { Model = "gen4.5", Prompt = "a", AspectRatio = AspectRatio.Portrait }),
        "v1/text_to_video",
        """{"model":"gen4.5","promptText":"a","ratio":"720:1280","duration":5}""");

    [Fact]
    public async Task The_same_task_gives_the_same_bytes()
    {
        var first = await Runway.ComposeAsync(RunwayDesk.Task(), Token);

        Assert.Equal(first.Content.ToArray(), (await Runway.ComposeAsync(RunwayDesk.Task(), Token)).Content.ToArray());
        Assert.Equal((false, null), (first.IsReplayable, first.IdempotencyKey));
    }

    [Theory]
    [InlineData("gen4_turbo", VideoOperation.TextToVideo, ProviderFailureKind.NotSupported)]
    [InlineData("gen4_aleph", VideoOperation.VideoToVideo, ProviderFailureKind.Retired)]
    [InlineData("gen3a_turbo", VideoOperation.ImageToVideo, ProviderFailureKind.Retired)]
    [InlineData("some_new_model", VideoOperation.VideoToVideo, ProviderFailureKind.NotSupported)]
    [InlineData("gen4.5", VideoOperation.ImageToVideo, ProviderFailureKind.NotSupported)]
    [InlineData("gen4.5", VideoOperation.AvatarVideo, ProviderFailureKind.NotSupported)]
    public Task What_a_model_cannot_do_is_refused_before_anything_is_sent(string model, VideoOperation operation, ProviderFailureKind kind) =>
        AssertRefusedAsync(RunwayDesk.Task(RunwayDesk.Spec(model) with { Operation = operation }), kind);

    [Fact]
    public async Task Settings_that_change_the_result_are_refused_where_the_model_lacks_them()
    {
        await AssertRefusedAsync(RunwayDesk.Task(RunwayDesk.Spec("veo3.1", new RunwaySettings { OutputFormat = "prores" })));
        await AssertRefusedAsync(RunwayDesk.Task(RunwayDesk.Spec("veo3.1", new RunwaySettings { AutoDuration = true })));
        await AssertRefusedAsync(RunwayDesk.Task(RunwayDesk.Spec("gen4.5", new RunwaySettings { Mode = RunwayVideoMode.Edit })));
        await AssertRefusedAsync(RunwayDesk.Task(RunwayDesk.Spec("veo3.1") with { Operation = VideoOperation.ImageToVideo }, RunwayDesk.Link(ReferenceRole.LastFrame, "https://img.example/z.png")));
        await AssertRefusedAsync(RunwayDesk.Task(
            RunwayDesk.Spec("seedance2") with { Operation = VideoOperation.ImageToVideo },
            RunwayDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"),
            RunwayDesk.Link(ReferenceRole.Style, "https://img.example/b.png")));
    }

    [Fact]
    public Task A_clip_of_unknown_length_is_refused_where_its_seconds_cost_money() => AssertRefusedAsync(RunwayDesk.Task(
        RunwayDesk.Spec("seedance2_5") with { Operation = VideoOperation.ImageToVideo }, RunwayDesk.Link(ReferenceRole.Style, "https://v.example/b.mp4")));

    private static GenerationSpec Everything(string model, string ratio, string? resolution) =>
        RunwayDesk.Spec(model, new RunwaySettings { MayDestroyResult = true, BodyControl = true }) with
        {
            AspectRatio = AspectRatio.Parse(ratio),
            Resolution = resolution is null ? null : VideoResolution.Parse(resolution),
            NegativePrompt = "rain",
            Sound = true,
        };

    private static string With(string fields, params (string Name, JsonNode Value)[] more)
    {
        var body = JsonNode.Parse(fields)!.AsObject();
        foreach (var (name, value) in more)
        {
            body[name] = value;
        }

        return body.ToJsonString();
    }

    private static async Task AssertAsync(GenerationTask task, string route, string expected)
    {
        var body = await Runway.ComposeAsync(task, Token);

        Assert.Equal(route, body.Route);
        var actual = JsonNode.Parse(Encoding.UTF8.GetString(body.Content.Span));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual!.ToJsonString());
    }

    private static async Task AssertRefusedAsync(GenerationTask task, ProviderFailureKind kind = ProviderFailureKind.NotSupported) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderCallException>(async () => await Runway.ComposeAsync(task, Token))).Failure!.Kind);
}
