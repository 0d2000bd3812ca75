using System.Text;
using System.Text.Json.Nodes;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Pika;
using Xunit;

namespace VideoGen.Sdk.Tests.Providers.Pika;

public sealed class PikaComposeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clip_from_words_is_written_as_the_vendor_shows_it()
    {
        var body = await ComposeAsync(PikaDesk.Task(PikaDesk.Spec() with { Seed = 7 }));

        Assert.Equal("/v1/media/pika/pika-2.5/text-to-video", body.Route);
        Assert.Equal("""{"prompt":"A fox made of autumn leaves","resolution":"720p","duration_s":5,"seed":7}""", Encoding.UTF8.GetString(body.Content.Span));
        Assert.Equal(("5f0c8d1e-vg", false), (body.IdempotencyKey, body.IsReplayable));
    }

    [Fact]
    public async Task The_same_task_gives_the_same_bytes_and_another_attempt_another_key()
    {
        var (first, second) = (await ComposeAsync(PikaDesk.Task()), await ComposeAsync(PikaDesk.Task()));
        var retry = await ComposeAsync(PikaDesk.Task() with { ClientReference = "5f0c8d1e-vg-2" });

        Assert.True(first.Content.Span.SequenceEqual(second.Content.Span));
        Assert.Equal(first.IdempotencyKey, second.IdempotencyKey);
        Assert.NotEqual(first.IdempotencyKey, retry.IdempotencyKey);
    }

    [Fact]
    public async Task A_replay_is_offered_only_by_option()
    {
        var off = PikaProvider.Create(PikaDesk.Key);
        var on = PikaProvider.Create(PikaDesk.Key, o => o.ReplayWindow = TimeSpan.FromMinutes(10));

        Assert.Null(off.Descriptor.ReplayWindow);
        Assert.Equal(TimeSpan.FromMinutes(10), on.Descriptor.ReplayWindow);
        Assert.True((await on.ComposeAsync(PikaDesk.Task(), Token)).IsReplayable);
    }

    [Fact]
    public async Task A_picture_goes_by_its_address()
    {
        var task = PikaDesk.Task(PikaDesk.Spec(operation: VideoOperation.ImageToVideo) with { Prompt = "", NegativePrompt = "rain" }, PikaDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"));

        var body = await ComposeAsync(task);

        Assert.Equal("/v1/media/pika/pika-2.5/image-to-video", body.Route);
        Assert.Equal("""{"negative_prompt":"rain","resolution":"720p","duration_s":5,"image":"https://img.example/a.png"}""", Encoding.UTF8.GetString(body.Content.Span));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(6, 3)]
    [InlineData(5, 3)]
    [InlineData(20, 10)]
    public async Task Pictures_are_walked_in_order_and_share_the_length(int? seconds, int? transition)
    {
        var spec = PikaDesk.Spec(PikaModels.Frames, VideoOperation.ImageToVideo) with { Duration = seconds is { } s ? TimeSpan.FromSeconds(s) : null };
        var task = PikaDesk.Task(
            spec,
            PikaDesk.Link(ReferenceRole.LastFrame, "https://img.example/c.png"),
            PikaDesk.Link(ReferenceRole.Subject, "https://img.example/b.png"),
            PikaDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"));

        var json = JsonNode.Parse((await ComposeAsync(task)).Content.Span)!;

        Assert.Equal(["https://img.example/a.png", "https://img.example/b.png", "https://img.example/c.png"], json["images"]!.AsArray().Select(n => (string)n!));
        Assert.Equal(transition, (int?)json["transition_duration_s"]);
        Assert.Null(json["duration_s"]);
    }

    [Fact]
    public async Task Effects_swaps_and_further_fields_come_from_the_settings()
    {
        var effect = PikaDesk.Task(PikaDesk.Spec("pikaffects", VideoOperation.ImageToVideo, new PikaSettings { Pikaffect = "Melt" }), PikaDesk.Link(ReferenceRole.FirstFrame, "https://img.example/a.png"));
        var swap = PikaDesk.Task(
            PikaDesk.Spec("pikaswaps", VideoOperation.VideoToVideo, new PikaSettings { Region = "the car", Fields = new JsonObject { ["mask"] = "https://img.example/m.png" } }),
            PikaDesk.Link(ReferenceRole.Source, "https://v.example/a.mp4"));

        Assert.Equal(
            """{"prompt":"A fox made of autumn leaves","resolution":"720p","pikaffect":"Melt","image":"https://img.example/a.png"}""",
            Encoding.UTF8.GetString((await ComposeAsync(effect)).Content.Span));
        Assert.Equal(
            """{"prompt":"A fox made of autumn leaves","resolution":"720p","region":"the car","video":"https://v.example/a.mp4","mask":"https://img.example/m.png"}""",
            Encoding.UTF8.GetString((await ComposeAsync(swap)).Content.Span));
    }

    [Theory]
    [InlineData("luma/ray-3", "/v1/media/luma/ray-3/text-to-video")]
    [InlineData("luma/ray-3/text-to-video", "/v1/media/luma/ray-3/text-to-video")]
    public async Task Models_of_other_vendors_are_named_with_their_vendor(string model, string route) =>
        Assert.Equal(route, (await ComposeAsync(PikaDesk.Task(PikaDesk.Spec(model) with { AspectRatio = AspectRatio.Portrait }))).Route);

    [Theory]
    [InlineData("../billing")]
    [InlineData("a/../b")]
    [InlineData("a b")]
    [InlineData("a/b/c/d")]
    [InlineData("pika?x=1")]
    public Task A_model_cannot_lead_elsewhere(string model) => RefusedAsync(PikaDesk.Task(PikaDesk.Spec(model)), ProviderFailureKind.InvalidRequest);

    [Fact]
    public async Task What_cannot_be_asked_is_refused_before_anything_is_sent()
    {
        await RefusedAsync(PikaDesk.Task(PikaDesk.Spec() with { AspectRatio = AspectRatio.Portrait }), ProviderFailureKind.NotSupported);
        await RefusedAsync(PikaDesk.Task(PikaDesk.Spec(operation: VideoOperation.AvatarVideo)), ProviderFailureKind.NotSupported);
        await RefusedAsync(PikaDesk.Task(PikaDesk.Spec("pikaffects", VideoOperation.ImageToVideo)), ProviderFailureKind.InvalidRequest);
        await RefusedAsync(PikaDesk.Task(PikaDesk.Spec(settings: new PikaSettings { Fields = new JsonObject { ["prompt"] = "x" } })), ProviderFailureKind.InvalidRequest);
        await RefusedAsync(PikaDesk.Task(PikaDesk.Spec(settings: new PikaSettings { TransitionSeconds = 11 })), ProviderFailureKind.InvalidRequest);
        await RefusedAsync(PikaDesk.Task(PikaDesk.Spec() with { SettingsJson = "{" }), ProviderFailureKind.InvalidRequest);
        await RefusedAsync(
            PikaDesk.Task(PikaDesk.Spec(PikaModels.Frames, VideoOperation.ImageToVideo) with { Duration = TimeSpan.FromSeconds(15) }, PikaDesk.Link(ReferenceRole.FirstFrame, "https://i.example/a.png"), PikaDesk.Link(ReferenceRole.LastFrame, "https://i.example/b.png")),
            ProviderFailureKind.NotSupported);
    }

    [Fact]
    public void Settings_survive_being_stored()
    {
        var settings = new PikaSettings { Pikaffect = "Melt", TransitionSeconds = 3, Fields = new JsonObject { ["mask"] = "m" } };

        var read = PikaSettings.Read(settings.ToJson());

        Assert.Equal(("Melt", 3, "m"), (read.Pikaffect, read.TransitionSeconds, (string?)read.Fields!["mask"]));
    }

    private static async Task RefusedAsync(GenerationTask task, ProviderFailureKind kind)
    {
        var thrown = await Assert.ThrowsAsync<ProviderCallException>(() => ComposeAsync(task));

        Assert.Equal((kind, ChargeCertainty.None), (thrown.Failure?.Kind, thrown.Failure?.Charge));
    }

    private static async Task<SubmissionBody> ComposeAsync(GenerationTask task) => await PikaProvider.Create(PikaDesk.Key).ComposeAsync(task, Token);
}
