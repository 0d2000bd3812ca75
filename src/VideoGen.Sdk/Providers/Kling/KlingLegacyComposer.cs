using System.Globalization;
using System.Text.Json;
using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Writes creates of the legacy standard.</summary>
internal static class KlingLegacyComposer
{
    public static async ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken)
    {
        var spec = task.Spec;
        var settings = KlingSettings.Read(spec.SettingsJson);
        KlingShots.Check(settings.Shots, spec.Duration);
        var inputs = await KlingInputs.ReadAsync(task, isLegacy: true, cancellationToken).ConfigureAwait(false);
        var kind = KindOf(spec);
        var shared = new KlingLegacyCreate
        {
            ModelName = KlingModels.LegacyName(spec.Model),
            Prompt = spec.Prompt,
            Mode = spec.Resolution switch { { Lines: >= 2160 } => "4k", { Lines: >= 1080 } => "pro", null => null, _ => "std" },
            WatermarkInfo = settings.Watermark ? new(true) : null,
            CallbackUrl = task.CallbackUrl?.AbsoluteUri,
            ExternalTaskId = task.ClientReference,
        };
        var create = kind == "motion-control" ? OfPerformance(shared, inputs, settings) : OfClip(kind, shared, spec, inputs, settings);
        return new SubmissionBody
        {
            ClientReference = task.ClientReference,
            Route = $"/v1/videos/{kind}",
            Content = JsonSerializer.SerializeToUtf8Bytes(create, KlingJsonContext.Default.KlingLegacyCreate),
            Model = spec.Model,
        };
    }

    private static string KindOf(GenerationSpec spec) => KlingComposer.KindOf(spec) switch
    {
        "text-to-video" => "text2video",
        "image-to-video" => "image2video",
        var same => same,
    };

    private static KlingLegacyCreate OfPerformance(KlingLegacyCreate shared, KlingInputs inputs, KlingSettings settings) => shared with
    {
        ImageUrl = inputs.Picture ?? throw KlingErrors.Refuse("A character performance needs a picture of the character."),
        VideoUrl = inputs.Video ?? throw KlingErrors.Refuse("A character performance needs the clip to follow as its source."),
        CharacterOrientation = settings.CharacterOrientation == KlingCharacterOrientation.Image ? "image" : "video",
    };

    private static KlingLegacyCreate OfClip(string kind, KlingLegacyCreate shared, GenerationSpec spec, KlingInputs inputs, KlingSettings settings)
    {
        var create = shared with
        {
            NegativePrompt = spec.NegativePrompt,
            Duration = spec.Duration is { } d ? ((int)d.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null,
            AspectRatio = kind == "image2video" ? null : spec.AspectRatio?.ToString(),
            Sound = !KlingModels.TakesAudio(spec.Model) ? null : spec.Sound && inputs.Video is null ? "on" : "off",
            MultiShot = KlingModels.TakesMultiShot(spec.Model) && (settings.MultiShot || settings.Shots.Count > 0) ? true : null,
            ShotType = settings.Shots.Count > 0 ? "customize" : null,
            MultiPrompt = settings.Shots.Count > 0 ? [.. settings.Shots.Select((s, i) => new KlingLegacyShot(i + 1, s.Words, s.Seconds.ToString(CultureInfo.InvariantCulture)))] : null,
            ElementList = KlingModels.TakesElements(spec.Model) && settings.ElementIds.Count > 0 ? [.. settings.ElementIds.Select(e => new KlingLegacyElement(e))] : null,
            VoiceList = KlingModels.TakesVoices(spec.Model) && settings.VoiceIds.Count > 0 ? [.. settings.VoiceIds.Select(v => new KlingLegacyVoice(v))] : null,
        };
        return kind == "omni-video" ? create with { ImageList = Images(inputs), VideoList = Videos(inputs, settings) }
            : inputs.References.Count > 0 ? throw KlingErrors.NotSupported("Kling takes reference pictures on its Omni models only.")
            : create with { Image = inputs.FirstFrame, ImageTail = inputs.LastFrame };
    }

    private static List<KlingLegacyImage>? Images(KlingInputs inputs)
    {
        List<KlingLegacyImage> images = [.. inputs.References.Select(r => new KlingLegacyImage(r, null))];
        if (inputs.FirstFrame is { } first)
        {
            images.Add(new(first, "first_frame"));
        }

        if (inputs.LastFrame is { } last)
        {
            images.Add(new(last, "end_frame"));
        }

        return images.Count == 0 ? null : images;
    }

    private static IReadOnlyList<KlingLegacyVideo>? Videos(KlingInputs inputs, KlingSettings settings) => inputs.Video is { } video
        ? [new(video, settings.VideoUse == KlingVideoUse.Feature ? "feature" : "base", settings.KeepOriginalSound ? "yes" : null)]
        : null;
}
