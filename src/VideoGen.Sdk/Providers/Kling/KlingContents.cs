using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>The <c>contents</c> of a create: one item for each thing handed in.</summary>
internal static class KlingContents
{
    public static IEnumerable<KlingContent> Of(string kind, string model, string words, KlingInputs inputs, KlingSettings settings)
    {
        if (words.Length > 0)
        {
            yield return new() { Type = "prompt", Text = words };
        }

        foreach (var item in kind == "motion-control" ? Performance(inputs) : Clip(kind, inputs, settings))
        {
            yield return item;
        }

        foreach (var id in KlingModels.TakesElements(model) ? settings.ElementIds : [])
        {
            yield return new() { Type = "element", ElementId = id };
        }

        foreach (var id in kind == "image-to-video" && KlingModels.TakesVoices(model) ? settings.VoiceIds : [])
        {
            yield return new() { Type = "voice", VoiceId = id };
        }
    }

    private static IEnumerable<KlingContent> Performance(KlingInputs inputs)
    {
        yield return new() { Type = "image", Url = inputs.Picture ?? throw KlingErrors.Refuse("A character performance needs a picture of the character.") };
        yield return new() { Type = "video", Url = inputs.Video ?? throw KlingErrors.Refuse("A character performance needs the clip to follow as its source.") };
    }

    private static IEnumerable<KlingContent> Clip(string kind, KlingInputs inputs, KlingSettings settings)
    {
        if (inputs.LastFrame is not null && inputs.FirstFrame is null)
        {
            throw KlingErrors.Refuse("Kling takes a last frame only together with a first one.");
        }

        if (inputs.FirstFrame is { } first)
        {
            yield return new() { Type = "first_frame", Url = first };
        }

        if (inputs.LastFrame is { } last)
        {
            yield return new() { Type = "last_frame", Url = last };
        }

        foreach (var reference in inputs.References)
        {
            yield return kind == "omni-video"
                ? new() { Type = "refer_image", Url = reference }
                : throw KlingErrors.NotSupported("Kling takes reference pictures on its Omni models only.");
        }

        if (inputs.Video is { } video)
        {
            yield return new() { Type = settings.VideoUse == KlingVideoUse.Feature ? "feature_video" : "base_video", Url = video };
        }
    }
}
