using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.HeyGen;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.HeyGen;

public sealed class HeyGenComposeTests
{
    public static TheoryData<GenerationTask, string, string> Bodies
    {
        get
        {
            var clip = HeyGenDesk.Clip();
            var presenter = HeyGenDesk.Presenter("Hello team.");
            TaskInput Picture(ReferenceRole role) => HeyGenDesk.Link(role, "https://img.example/a.png");
            return new()
            {
                { HeyGenDesk.Task(), "/v3/models/videos", """{"model":"heygen-video-1","prompt":"P","mode":"text_to_video","duration":5,"resolution":"768p","aspect_ratio":"16:9","callback_id":"R"}""" },
                {
                    HeyGenDesk.Task(clip with { Resolution = new VideoResolution(1440), AspectRatio = new AspectRatio(768, 1024), Seed = 7 }) with { CallbackUrl = new Uri("https://app.example/hook/R") }, "/v3/models/videos",
                    """{"model":"heygen-video-1","prompt":"P","mode":"text_to_video","duration":5,"resolution":"2k","aspect_ratio":"3:4","seed":7,"callback_url":"https://app.example/hook/R","callback_id":"R"}"""
                },
                { HeyGenDesk.Task(clip with { AspectRatio = null }, HeyGenDesk.Asset(ReferenceRole.FirstFrame, "asset_1")), "/v3/models/videos", """{"model":"heygen-video-1","prompt":"P","mode":"image_to_video","image":{"type":"asset_id","asset_id":"asset_1"},"duration":5,"resolution":"768p","callback_id":"R"}""" },
                {
                    HeyGenDesk.Task(
                        clip with { SettingsJson = new HeyGenSettings { AdaptiveRatio = true, PromptEnhancement = "turbo" }.ToJson() },
                        Picture(ReferenceRole.Subject), HeyGenDesk.Link(ReferenceRole.Style, "https://v.example/a.mp4", "video/mp4"), HeyGenDesk.Asset(ReferenceRole.Audio, "asset_2", "audio/mpeg")),
                    "/v3/models/videos",
                    """{"model":"heygen-video-1","prompt":"P","mode":"reference_to_video","reference_images":[{"type":"url","url":"https://img.example/a.png"}],"reference_videos":[{"type":"url","url":"https://v.example/a.mp4"}],"reference_audio":[{"type":"asset_id","asset_id":"asset_2"}],"duration":5,"resolution":"768p","aspect_ratio":"adaptive","prompt_enhancement":"turbo","callback_id":"R"}"""
                },
                { HeyGenDesk.Task(presenter), "/v3/videos", """{"type":"avatar","avatar_id":"look_1","engine":{"type":"avatar_iv"},"script":"Hello team.","voice_id":"voice_1","resolution":"1080p","aspect_ratio":"9:16","callback_id":"R"}""" },
                {
                    HeyGenDesk.Task(HeyGenDesk.Presenter("Hello team.", 1.2m, "avatar_v-photo") with
                    {
                        Resolution = VideoResolution.UltraHd,
                        Language = "pt-BR",
                        SettingsJson = new HeyGenSettings { Title = "Monday", MotionPrompt = "waves", Expressiveness = "high", Fit = "cover", BackgroundColor = "#00ff00", RemoveBackground = true, Captions = true, Pitch = -2, Volume = 0.5m }.ToJson(),
                    }),
                    "/v3/videos",
                    """{"type":"avatar","avatar_id":"look_2","engine":{"type":"avatar_v"},"script":"Hello team.","voice_id":"voice_1","voice_settings":{"speed":1.2,"pitch":-2,"volume":0.5,"locale":"pt-BR"},"motion_prompt":"waves","expressiveness":"high","title":"Monday","resolution":"4k","aspect_ratio":"9:16","fit":"cover","background":{"type":"color","value":"#00ff00"},"remove_background":true,"caption":{"file_format":"srt","style":"default"},"callback_id":"R"}"""
                },
                { HeyGenDesk.Task(presenter with { Avatar = presenter.Avatar! with { Script = null, VoiceId = " " } }), "/v3/videos", """{"type":"avatar","avatar_id":"look_1","engine":{"type":"avatar_iv"},"script":"P","resolution":"1080p","aspect_ratio":"9:16","callback_id":"R"}""" },
                { HeyGenDesk.Task(presenter, HeyGenDesk.Asset(ReferenceRole.Audio, "asset_1", "audio/mpeg")), "/v3/videos", """{"type":"avatar","avatar_id":"look_1","engine":{"type":"avatar_iv"},"audio_asset_id":"asset_1","resolution":"1080p","aspect_ratio":"9:16","callback_id":"R"}""" },
                { HeyGenDesk.Task(presenter, HeyGenDesk.Link(ReferenceRole.Audio, "https://a.example/a.mp3", "audio/mpeg")), "/v3/videos", """{"type":"avatar","avatar_id":"look_1","engine":{"type":"avatar_iv"},"audio_url":"https://a.example/a.mp3","resolution":"1080p","aspect_ratio":"9:16","callback_id":"R"}""" },
                { HeyGenDesk.Task(presenter with { Model = "image", Avatar = null }, Picture(ReferenceRole.FirstFrame)), "/v3/videos", """{"type":"image","image":{"type":"url","url":"https://img.example/a.png"},"script":"P","resolution":"1080p","aspect_ratio":"9:16","callback_id":"R"}""" },
                { HeyGenDesk.Task(HeyGenDesk.Agent() with { Avatar = new AvatarRequest { AvatarId = "look_1" } }, Picture(ReferenceRole.Subject)), "/v3/video-agents", """{"prompt":"P","avatar_id":"look_1","style_id":"style_1","orientation":"portrait","files":[{"type":"url","url":"https://img.example/a.png"}],"callback_id":"R"}""" },
                { HeyGenDesk.Task(HeyGenDesk.Template()), "/v3/templates/template_1", """{"variables":{"name":"Ada"},"callback_id":"R"}""" },
                {
                    HeyGenDesk.Task(HeyGenDesk.Template() with { SettingsJson = new HeyGenSettings { Title = "T", Template = new() { TemplateId = "a/b", SceneIds = ["s"], FramesPerSecond = 30, Format = new VideoFormat { Width = 1280, Height = 720 } } }.ToJson() }),
                    "/v3/templates/a%2Fb", """{"variables":{},"scene_ids":["s"],"dimension":{"width":1280,"height":720},"fps":30,"title":"T","callback_id":"R"}"""
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Every_product_is_written_as_its_endpoint_wants_it(GenerationTask task, string route, string expected)
    {
        var body = await ComposeAsync(task);

        Assert.Equal(route, body.Route);
        var wanted = JsonNode.Parse(expected.Replace("\"P\"", $"\"{HeyGenDesk.Prompt}\"", StringComparison.Ordinal).Replace("\"R\"", $"\"{HeyGenDesk.Reference}\"", StringComparison.Ordinal));
        Assert.True(JsonNode.DeepEquals(wanted, JsonNode.Parse(body.Content.Span)), Encoding.UTF8.GetString(body.Content.Span));
    }

    public static TheoryData<GenerationTask, ProviderFailureKind, string> Refusals
    {
        get
        {
            var presenter = HeyGenDesk.Presenter();
            var picture = HeyGenDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png");
            return new()
            {
                { HeyGenDesk.Task(presenter with { Avatar = presenter.Avatar! with { Speed = 1.6m } }), ProviderFailureKind.InvalidRequest, "0.5 to 1.5" },
                { HeyGenDesk.Task(presenter with { Avatar = presenter.Avatar! with { Script = new string('a', 5001) } }), ProviderFailureKind.InvalidRequest, "5000" },
                { HeyGenDesk.Task(presenter with { Prompt = " ", Avatar = presenter.Avatar! with { Script = null } }), ProviderFailureKind.InvalidRequest, "1 to 5000" },
                { HeyGenDesk.Task(presenter with { Avatar = null }), ProviderFailureKind.InvalidRequest, "AvatarId" },
                { HeyGenDesk.Task(presenter with { Model = "image" }, picture), ProviderFailureKind.InvalidRequest, "takes no avatar" },
                { HeyGenDesk.Task(presenter with { Model = "image", Avatar = null }), ProviderFailureKind.InvalidRequest, "FirstFrame" },
                { HeyGenDesk.Task(presenter with { SettingsJson = new HeyGenSettings { Pitch = 51 }.ToJson() }), ProviderFailureKind.InvalidRequest, "Pitch" },
                { HeyGenDesk.Task(HeyGenDesk.Clip() with { Seed = -1 }), ProviderFailureKind.InvalidRequest, "seeds" },
                { HeyGenDesk.Task(HeyGenDesk.Clip(), picture, HeyGenDesk.Link(ReferenceRole.Subject, "https://img.example/b.png")), ProviderFailureKind.NotSupported, "not both" },
                { HeyGenDesk.Task(HeyGenDesk.Clip(), HeyGenDesk.Asset(ReferenceRole.Audio, "a", "audio/mpeg")), ProviderFailureKind.InvalidRequest, "sound alone" },
                { HeyGenDesk.Task(HeyGenDesk.Clip(), [.. Enumerable.Range(0, 13).Select(i => HeyGenDesk.Asset(ReferenceRole.Subject, $"a{i}"))]), ProviderFailureKind.NotSupported, "12" },
                { HeyGenDesk.Task(HeyGenDesk.Clip() with { SettingsJson = "{" }), ProviderFailureKind.InvalidRequest, "settings" },
                { HeyGenDesk.Task(HeyGenDesk.Clip() with { SettingsJson = HeyGenDesk.Agent().SettingsJson }), ProviderFailureKind.NotSupported, "video-agent" },
                { HeyGenDesk.Task(HeyGenDesk.Agent() with { SettingsJson = null }), ProviderFailureKind.NotSupported, "HeyGenSettings.Agent" },
                { HeyGenDesk.Task(HeyGenDesk.Agent() with { Avatar = presenter.Avatar }), ProviderFailureKind.InvalidRequest, "writes its script itself" },
                { HeyGenDesk.Task(HeyGenDesk.Template() with { SettingsJson = """{"template":{}}""" }), ProviderFailureKind.InvalidRequest, "TemplateId" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_HeyGen_would_refuse_is_refused_before_anything_is_sent(GenerationTask task, ProviderFailureKind kind, string says)
    {
        var failure = (await Assert.ThrowsAsync<ProviderCallException>(() => ComposeAsync(task))).Failure!;

        Assert.Equal(kind, failure.Kind);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heygen-video-1", false, true)]
    [InlineData("template", false, true)]
    [InlineData("avatar_iv", false, false)]
    [InlineData("avatar_iv", true, true)]
    [InlineData("video-agent", true, false)]
    public async Task A_replay_is_promised_where_the_vendor_states_the_key(string model, bool usePresenterKeys, bool isReplayable)
    {
        var body = await ComposeAsync(HeyGenDesk.Task(SpecOf(model)), o => o.UsePresenterKeys = usePresenterKeys);

        Assert.Equal((isReplayable, isReplayable ? HeyGenDesk.Reference : null), (body.IsReplayable, body.IdempotencyKey));
        Assert.False((await ComposeAsync(HeyGenDesk.Task(SpecOf(model)), o => (o.UsePresenterKeys, o.ReplayWindow) = (usePresenterKeys, null))).IsReplayable);
    }

    [Fact]
    public async Task A_title_carries_our_reference_only_where_videos_are_looked_up_by_it()
    {
        var spec = HeyGenDesk.Presenter() with { SettingsJson = new HeyGenSettings { Title = "Monday" }.ToJson() };

        Assert.Equal("Monday", Title(await ComposeAsync(HeyGenDesk.Task(spec))));
        Assert.Equal("Monday vg-5f0c8d1e", Title(await ComposeAsync(HeyGenDesk.Task(spec), o => o.FindByTitle = true)));
        Assert.Equal("vg-5f0c8d1e", Title(await ComposeAsync(HeyGenDesk.Task(HeyGenDesk.Presenter()), o => o.FindByTitle = true)));
    }

    private static string? Title(SubmissionBody body) => (string?)JsonNode.Parse(body.Content.Span)!["title"];

    private static GenerationSpec SpecOf(string model) => model switch { "template" => HeyGenDesk.Template(), "video-agent" => HeyGenDesk.Agent(), "avatar_iv" => HeyGenDesk.Presenter(), _ => HeyGenDesk.Clip() };

    private static async Task<SubmissionBody> ComposeAsync(GenerationTask task, Action<HeyGenOptions>? configure = null) =>
        await HeyGenDesk.At(new Uri("https://heygen.example"), configure).ComposeAsync(task, TestContext.Current.CancellationToken);
}
