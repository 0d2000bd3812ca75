using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Kling;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Kling;

public sealed class KlingComposeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Words_become_the_vendors_own_example() => AssertAsync(
        KlingDesk.Task(),
        "/text-to-video/kling-3.0",
        """
        {"prompt":"A paper boat crosses a rain puddle","settings":{"resolution":"1080p","aspect_ratio":"16:9","duration":5,"audio":"off","multi_shot":false},
         "options":{"external_task_id":"vg-7c1e","callback_url":"https://app.example/hooks/kling"}}
        """);

    [Fact]
    public Task The_legacy_standard_spells_it_otherwise() => AssertAsync(
        KlingDesk.Task(KlingDesk.Spec("kling-2.6") with { NegativePrompt = "rain" }),
        "/v1/videos/text2video",
        """
        {"model_name":"kling-v2-6","prompt":"A paper boat crosses a rain puddle","negative_prompt":"rain","mode":"pro","duration":"5","aspect_ratio":"16:9","sound":"off",
         "external_task_id":"vg-7c1e","callback_url":"https://app.example/hooks/kling"}
        """,
        KlingStandard.Legacy);

    [Fact]
    public Task Pictures_go_as_address_or_bare_Base64() => AssertAsync(
        KlingDesk.Task(
            KlingDesk.Spec("kling-2.6", new KlingSettings { VoiceIds = ["v1"], Watermark = true }) with { Operation = VideoOperation.ImageToVideo, Sound = true },
            KlingDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"),
            KlingDesk.Bytes(ReferenceRole.LastFrame, 1, 2, 3)),
        "/image-to-video/kling-2.6",
        """
        {"contents":[{"type":"prompt","text":"A paper boat crosses a rain puddle"},{"type":"first_frame","url":"https://img.example/a.png"},{"type":"last_frame","url":"AQID"},{"type":"voice","voice_id":"v1"}],
         "settings":{"resolution":"1080p","duration":5,"audio":"native"},
         "options":{"external_task_id":"vg-7c1e","callback_url":"https://app.example/hooks/kling","watermark_info":{"enabled":true}}}
        """);

    [Fact]
    public Task A_source_clip_is_edited_by_an_omni_model() => AssertAsync(
        KlingDesk.Task(
            KlingDesk.Spec("kling-3.0-omni", new KlingSettings { KeepOriginalSound = true, ElementIds = ["e1"] }) with { Operation = VideoOperation.VideoToVideo },
            KlingDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4"),
            KlingDesk.Link(ReferenceRole.Style, "https://img.example/a.png")),
        "/omni-video/kling-3.0-omni",
        """
        {"contents":[{"type":"prompt","text":"A paper boat crosses a rain puddle"},{"type":"refer_image","url":"https://img.example/a.png"},{"type":"base_video","url":"https://v.example/a.mp4"},{"type":"element","element_id":"e1"}],
         "settings":{"resolution":"1080p","duration":5,"audio":"original","multi_shot":false},
         "options":{"external_task_id":"vg-7c1e","callback_url":"https://app.example/hooks/kling"}}
        """);

    [Fact]
    public Task A_clip_that_is_only_followed_is_silent_and_may_have_several_shots() => AssertAsync(
        KlingDesk.Task(
            KlingDesk.Spec("kling-3.0-omni", new KlingSettings { VideoUse = KlingVideoUse.Feature }) with { Operation = VideoOperation.VideoToVideo, Sound = true },
            KlingDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")),
        "/omni-video/kling-3.0-omni",
        """
        {"contents":[{"type":"prompt","text":"A paper boat crosses a rain puddle"},{"type":"feature_video","url":"https://v.example/a.mp4"}],
         "settings":{"resolution":"1080p","duration":5,"audio":"off","multi_shot":true},
         "options":{"external_task_id":"vg-7c1e","callback_url":"https://app.example/hooks/kling"}}
        """);

    [Fact]
    public Task A_performance_has_no_length_of_its_own() => AssertAsync(
        KlingDesk.Task(
            KlingDesk.Spec(settings: new KlingSettings { CharacterOrientation = KlingCharacterOrientation.Image }) with { Operation = VideoOperation.CharacterPerformance },
            KlingDesk.Link(ReferenceRole.Subject, "https://img.example/a.png"),
            KlingDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")),
        "/motion-control/kling-3.0",
        """
        {"contents":[{"type":"prompt","text":"A paper boat crosses a rain puddle"},{"type":"image","url":"https://img.example/a.png"},{"type":"video","url":"https://v.example/a.mp4"}],
         "settings":{"resolution":"1080p","character_orientation":"image"},
         "options":{"external_task_id":"vg-7c1e","callback_url":"https://app.example/hooks/kling"}}
        """);

    [Fact]
    public Task Shots_take_the_place_of_the_prompt() => AssertAsync(
        KlingDesk.Task(KlingDesk.Spec(settings: new KlingSettings { Shots = [new(2, "a boat"), new(3, "the rain")] })) with { CallbackUrl = null },
        "/text-to-video/kling-3.0",
        """
        {"prompt":"shot 1, 2, a boat; shot 2, 3, the rain;","settings":{"resolution":"1080p","aspect_ratio":"16:9","duration":5,"audio":"off","multi_shot":true},
         "options":{"external_task_id":"vg-7c1e"}}
        """);

    [Fact]
    public Task Turbo_is_sent_no_field_that_it_does_not_have() => AssertAsync(
        KlingDesk.Task(KlingDesk.Spec("kling-3.0-turbo") with { Sound = true }) with { CallbackUrl = null },
        "/text-to-video/kling-3.0-turbo",
        """{"prompt":"A paper boat crosses a rain puddle","settings":{"resolution":"1080p","aspect_ratio":"16:9","duration":5},"options":{"external_task_id":"vg-7c1e"}}""");

    [Fact]
    public async Task What_Kling_would_refuse_without_saying_why_is_refused_here()
    {
        await RefusedAsync(ProviderFailureKind.InvalidRequest, KlingDesk.Task(KlingDesk.Spec(settings: new KlingSettings { Shots = [new(2, "a"), new(2, "b")] })));
        await RefusedAsync(ProviderFailureKind.InvalidRequest, KlingDesk.Task(KlingDesk.Spec() with { SettingsJson = "{ nonsense" }));
        await RefusedAsync(ProviderFailureKind.InvalidRequest, KlingDesk.Task(KlingDesk.Spec() with { Operation = VideoOperation.ImageToVideo }, KlingDesk.Bytes(ReferenceRole.LastFrame, 1)));
        await RefusedAsync(ProviderFailureKind.NotSupported, KlingDesk.Task(KlingDesk.Spec() with { Operation = VideoOperation.ImageToVideo }, KlingDesk.Bytes(ReferenceRole.Style, 1)));
        await RefusedAsync(ProviderFailureKind.NotSupported, KlingDesk.Task(KlingDesk.Spec() with { Operation = VideoOperation.VideoToVideo }, KlingDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4")));
        await RefusedAsync(ProviderFailureKind.NotSupported, KlingDesk.Task(KlingDesk.Spec("kling-3.0-turbo")), KlingStandard.Legacy);
    }

    private static async Task AssertAsync(GenerationTask task, string route, string json, KlingStandard standard = KlingStandard.New)
    {
        var kling = KlingProvider.Create(KlingDesk.Key, o => o.Standard = standard);

        var body = await kling.ComposeAsync(task, Token);
        var again = await kling.ComposeAsync(task, Token);

        Assert.Equal((route, "vg-7c1e", false), (body.Route, body.ClientReference, body.IsReplayable));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(body.Content.Span)), Encoding.UTF8.GetString(body.Content.Span));
        Assert.True(body.Content.Span.SequenceEqual(again.Content.Span));
    }

    private static async Task RefusedAsync(ProviderFailureKind kind, GenerationTask task, KlingStandard standard = KlingStandard.New)
    {
        var kling = KlingProvider.Create(KlingDesk.Key, o => o.Standard = standard);
        var refused = await Assert.ThrowsAsync<ProviderCallException>(async () => await kling.ComposeAsync(task, Token));
        Assert.Equal(kind, refused.Failure?.Kind);
    }
}
