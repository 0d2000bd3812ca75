using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.HeyGen;

/// <summary>Bodies of v3 (schemas of HeyGen's own CLI, July to October 2026).</summary>
internal static class HeyGenRules
{
    public static Rule Asset { get; } = May.Either(
        May.Hold(("type", May.OneOf("url").Needed()), ("url", May.Link().Needed())),
        May.Hold(("type", May.OneOf("asset_id").Needed()), ("asset_id", May.Text(1).Needed())),
        May.Hold(("type", May.OneOf("base64").Needed()), ("media_type", May.Text(1).Needed()), ("data", May.Text(1).Needed())));

    private static readonly ShapeRule Output = May.Hold(
        ("type", May.Text().Needed()),
        ("title", May.Text()),
        ("resolution", May.OneOf("720p", "1080p", "4k")),
        ("aspect_ratio", May.OneOf("16:9", "9:16", "4:5", "5:4", "1:1", "auto")),
        ("fit", May.OneOf("cover", "contain")),
        ("background", May.Hold(
            ("type", May.OneOf("color", "image").Needed()),
            ("value", May.Text()),
            ("url", May.Link()),
            ("asset_id", May.Text()))),
        ("caption", May.Hold(("file_format", May.OneOf("srt")), ("style", May.OneOf("default")))),
        ("watermark", May.Anything()),
        ("brand_glossary_id", May.Text()),
        ("folder_id", May.Text()),
        ("callback_url", May.Text()),
        ("callback_id", May.Text()));

    private static readonly (string, Rule)[] Speech =
    [
        ("script", May.Text(1, 5000)),
        ("voice_id", May.Text(1)),
        ("audio_url", May.Link()),
        ("audio_asset_id", May.Text(1)),
        ("motion_prompt", May.Text()),
        ("expressiveness", May.OneOf("low", "medium", "high")),
        ("voice_settings", May.Hold(
            ("speed", May.Number(0.5m, 1.5m)),
            ("pitch", May.Number(-50, 50)),
            ("volume", May.Number(0, 1)),
            ("locale", May.Text()),
            ("engine_settings", May.HoldAnything(("engine_type", May.OneOf("elevenlabs", "fish", "starfish")))))),
    ];

    private static readonly (string, Rule)[] Look = [("remove_background", May.Flag()), ("output_format", May.OneOf("mp4", "webm"))];

    private static readonly Rule Engine = May.Hold(("type", May.OneOf("avatar_iii", "avatar_iv", "avatar_v").Needed()), ("reference_look_id", May.Text()));

    public static ShapeRule Avatar { get; } = Output.With([.. Speech, .. Look, ("avatar_id", May.Text(1).Needed()), ("engine", Engine)]);

    public static ShapeRule Image { get; } = Output.With([.. Speech, .. Look, ("image", Asset.Needed())]);

    public static ShapeRule Cinematic { get; } = May.Hold(
        ("type", May.Text().Needed()),
        ("title", May.Text()),
        ("prompt", May.Text(1, 10000).Needed()),
        ("avatar_id", May.List(May.Text(1), 1, 3).Needed()),
        ("references", May.List(Asset, 0, 9)),
        ("duration", May.Whole(4, 15)),
        ("auto_duration", May.Flag()),
        ("enhance_prompt", May.Flag()),
        ("resolution", May.OneOf("720p", "1080p")),
        ("aspect_ratio", May.OneOf("16:9", "9:16", "1:1")),
        ("folder_id", May.Text()));

    private static readonly Rule SpokenScene = May.Hold(
        ("type", May.OneOf("avatar_video").Needed()),
        ("input", May.HoldAnything(("script", May.Text(1, 5000)), ("voice_id", May.Text(1)), ("avatar_id", May.Text(1))).Needed()));

    private static readonly Rule ImageScene = May.Hold(
        ("type", May.OneOf("image").Needed()),
        ("source", Asset.Needed()),
        ("duration", May.Number(0.1m, 300)),
        ("narration", May.HoldAnything(("script", May.Text(1, 5000)))));

    private static readonly Rule VideoScene = May.Hold(
        ("type", May.OneOf("video").Needed()),
        ("source", Asset.Needed()),
        ("playback", May.Hold(("volume", May.Number(0, 1)), ("mute", May.Flag()))));

    public static ShapeRule Studio { get; } = Output.With(
        ("output_format", May.OneOf("mp4")),
        ("scenes", May.List(May.Either(SpokenScene, ImageScene, VideoScene), 1, 50).Needed()));

    public static ShapeRule Clip { get; } = May.Hold(
        ("model", May.OneOf("heygen-video-1").Needed()),
        ("prompt", May.Text(1, 16000).Needed()),
        ("mode", May.OneOf("text_to_video", "image_to_video", "reference_to_video").Needed()),
        ("image", Asset),
        ("reference_images", May.List(Asset, 0, 9)),
        ("reference_videos", May.List(Asset, 0, 3)),
        ("reference_audio", May.List(Asset, 0, 3)),
        ("duration", May.Whole(5, 15)),
        ("resolution", May.OneOf("480p", "768p", "1080p", "2k")),
        ("aspect_ratio", May.OneOf("21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "adaptive")),
        ("seed", May.Whole(0, uint.MaxValue)),
        ("prompt_enhancement", May.OneOf("turbo", "quality", "disabled", "default", "ultraquality")),
        ("callback_url", May.Text()),
        ("callback_id", May.Text()));

    public static ShapeRule Agent { get; } = May.Hold(
        ("prompt", May.Text(1, 10000).Needed()),
        ("mode", May.OneOf("generate", "chat")),
        ("avatar_id", May.Text(1)),
        ("voice_id", May.Text(1)),
        ("style_id", May.Text()),
        ("orientation", May.OneOf("landscape", "portrait")),
        ("files", May.List(Asset, 0, 20)),
        ("brand_kit_id", May.Text()),
        ("incognito_mode", May.Flag()),
        ("callback_url", May.Text()),
        ("callback_id", May.Text()));

    public static ShapeRule Template { get; } = May.Hold(
        ("variables", May.HoldAnything().Needed()),
        ("scene_ids", May.List(May.Text(1), 0, 50)),
        ("dimension", May.Hold(("width", May.Whole(128, 4096).Needed()), ("height", May.Whole(128, 4096).Needed()))),
        ("fps", May.WholeOf(25, 30, 60)),
        ("caption", May.Anything()),
        ("folder_id", May.Text()),
        ("title", May.Text()),
        ("callback_url", May.Text()),
        ("callback_id", May.Text()));
}
