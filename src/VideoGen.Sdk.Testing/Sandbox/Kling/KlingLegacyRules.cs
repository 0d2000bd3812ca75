using VideoGen.Sdk.Testing.Sandbox.Hosting;
using VideoGen.Sdk.Testing.Sandbox.Rules;

namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>
/// Bodies of the legacy standard. The models up to v2-1 were announced to end on 2026-09-15, and cfg_scale, camera_control and the masks went with them.
/// </summary>
internal static class KlingLegacyRules
{
    private static readonly string[] Seconds3To15 = [.. Enumerable.Range(3, 13).Select(second =>
        second.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static readonly ShapeRule Shared = May.Hold(
        ("model_name", May.Text()),
        ("watermark_info", May.Hold(("enabled", May.Flag()))),
        ("callback_url", May.Text()),
        ("external_task_id", May.Text(1, 512)));

    /// <summary>The model's name in the new standard, whose limits and prices it shares.</summary>
    public static KlingModel Model(string? name, bool omni = false) => (omni, name) switch
    {
        (false, "kling-v3") => KlingModel.Plain("kling-3.0")!,
        (false, "kling-v2-6") => KlingModel.Plain("kling-2.6")!,
        (false, "kling-v2-5-turbo") => KlingModel.Plain("kling-2.5-turbo")!,
        (true, "kling-v3-omni") => KlingModel.Omni("kling-3.0-omni")!,
        (true, "kling-video-o1") => KlingModel.Omni("kling-o1")!,
        _ => throw new RefusedException(KlingErrors.NoSuchModel(name ?? "kling-v1")),
    };

    public static ShapeRule Text(KlingModel model) => Video(model).With(("aspect_ratio", Ratio()), ("prompt", May.Text(1, 2500).Needed()));

    public static ShapeRule Image(KlingModel model) => Video(model).With(("image", May.LinkOrBase64()), ("image_tail", May.LinkOrBase64()),
        ("prompt", May.Text(0, 2500)));

    public static ShapeRule Omni(KlingModel model) => Video(model).With(
        ("aspect_ratio", Ratio()),
        ("prompt", May.Text(1, 2500).Needed()),
        ("sound", May.OneOf("on", "off")),
        ("image_list", May.List(May.Hold(("image_url", May.LinkOrBase64().Needed()), ("type", May.OneOf("first_frame", "end_frame"))), 0, 7)),
        ("video_list", May.List(May.Hold(("video_url", May.Link().Needed()), ("refer_type", May.OneOf("feature", "base")),
            ("keep_original_sound", May.OneOf("yes", "no"))), 0, 1)));

    public static ShapeRule Motion() => Shared.With(
        ("image_url", May.LinkOrBase64().Needed()),
        ("video_url", May.Link().Needed()),
        ("character_orientation", May.OneOf("image", "video").Needed()),
        ("prompt", May.Text(0, 2500)),
        ("keep_original_sound", May.OneOf("yes", "no")),
        ("mode", May.OneOf("std", "pro")));

    public static ShapeRule Avatar() => Shared.With(
        ("image", May.LinkOrBase64().Needed()),
        ("audio_id", May.Text(1)),
        ("sound_file", May.LinkOrBase64()),
        ("prompt", May.Text(0, 2500)),
        ("mode", May.OneOf("std", "pro")));

    private static ShapeRule Video(KlingModel model)
    {
        var is3 = model.HasMultiShot;
        var rule = Shared.With(
            ("negative_prompt", May.Text(0, 2500)),
            ("mode", is3 ? May.OneOf("std", "pro", "4k") : May.OneOf("std", "pro")),
            ("duration", model.Name == "kling-o1" ? May.OneOf(Seconds3To15[..8]) : is3 ? May.OneOf(Seconds3To15) : May.OneOf("5", "10")));
        rule = is3 ? rule.With(
            ("multi_shot", May.Flag()),
            ("shot_type", May.OneOf("customize", "intelligence")),
            ("multi_prompt", May.List(May.Hold(("index", May.Whole(1, 6)), ("prompt", May.Text(1, 512)), ("duration", May.Text(1))), 1, 6)),
            ("element_list", May.List(May.Hold(("element_id", May.Anything().Needed())), 0, 3))) : rule;
        return model.Audio.Length == 0 ? rule : rule.With(
            ("sound", May.OneOf("on", "off")),
            ("voice_list", May.List(May.Hold(("voice_id", May.Anything().Needed())), 0, 2)));
    }

    private static TestRule Ratio() => May.OneOf("16:9", "9:16", "1:1");
}
