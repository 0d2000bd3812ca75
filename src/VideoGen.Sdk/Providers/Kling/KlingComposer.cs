using System.Text.Json;
using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Writes creates of the new standard.</summary>
internal static class KlingComposer
{
    public static async ValueTask<SubmissionBody> ComposeAsync(GenerationTask task, CancellationToken cancellationToken)
    {
        var spec = task.Spec;
        var settings = KlingSettings.Read(spec.SettingsJson);
        KlingShots.Check(settings.Shots, spec.Duration);
        var inputs = await KlingInputs.ReadAsync(task, isLegacy: false, cancellationToken).ConfigureAwait(false);
        var kind = KindOf(spec);
        var words = settings.Shots.Count > 0 ? KlingShots.Text(settings.Shots) : spec.Prompt;
        var isTextOnly = kind == "text-to-video" && !KlingModels.TakesPromptAsContent(spec.Model);
        var create = new KlingCreate
        {
            Prompt = isTextOnly ? words : null,
            Contents = isTextOnly ? null : [.. KlingContents.Of(kind, spec.Model, words, inputs, settings)],
            Settings = kind == "motion-control" ? OfPerformance(spec, settings) : OfClip(kind, spec, settings, inputs),
            Options = new()
            {
                ExternalTaskId = task.ClientReference,
                CallbackUrl = task.CallbackUrl?.AbsoluteUri,
                WatermarkInfo = settings.Watermark ? new(true) : null,
            },
        };
        return new SubmissionBody
        {
            ClientReference = task.ClientReference,
            Route = $"/{kind}/{Uri.EscapeDataString(spec.Model)}",
            Content = JsonSerializer.SerializeToUtf8Bytes(create, KlingJsonContext.Default.KlingCreate),
            Model = spec.Model,
        };
    }

    public static string KindOf(GenerationSpec spec) => spec.Operation switch
    {
        VideoOperation.CharacterPerformance => "motion-control",
        VideoOperation.TextToVideo or VideoOperation.ImageToVideo or VideoOperation.VideoToVideo when KlingModels.IsOmni(spec.Model) => "omni-video",
        VideoOperation.TextToVideo => "text-to-video",
        VideoOperation.ImageToVideo => "image-to-video",
        _ => throw KlingErrors.NotSupported($"Kling's {spec.Model} does not do {spec.Operation}."),
    };

    private static KlingCreateSettings OfPerformance(GenerationSpec spec, KlingSettings settings) => new()
    {
        Resolution = spec.Resolution?.ToString(),
        CharacterOrientation = settings.CharacterOrientation == KlingCharacterOrientation.Image ? "image" : "video",
    };

    private static KlingCreateSettings OfClip(string kind, GenerationSpec spec, KlingSettings settings, KlingInputs inputs)
    {
        var isFeature = inputs.Video is not null && settings.VideoUse == KlingVideoUse.Feature;
        var isBase = inputs.Video is not null && !isFeature;

        // An omni clip takes its shape from the first frame or the source; from a picture it always does.
        var takesRatio = kind == "text-to-video" || (kind == "omni-video" && inputs.FirstFrame is null && inputs.Video is null);
        return new()
        {
            Resolution = spec.Resolution?.ToString(),
            AspectRatio = takesRatio ? spec.AspectRatio?.ToString() : null,
            Duration = (int?)spec.Duration?.TotalSeconds,
            Audio = isFeature && KlingModels.TakesAudio(spec.Model) ? "off" : Audio(spec, settings, inputs, isBase),
            MultiShot = !KlingModels.TakesMultiShot(spec.Model) ? null : isFeature || (!isBase && (settings.MultiShot || settings.Shots.Count > 0)),
        };
    }

    private static string? Audio(GenerationSpec spec, KlingSettings settings, KlingInputs inputs, bool isBase) =>
        settings.KeepOriginalSound && inputs.Video is not null ? "original"
        : !KlingModels.TakesAudio(spec.Model) ? null
        : spec.Sound && !isBase ? "native" : "off";
}
