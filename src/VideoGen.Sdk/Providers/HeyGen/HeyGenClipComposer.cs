using VideoGen.Sdk.Providers.HeyGen.Wire;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Writes clips of <c>heygen-video-1</c>.</summary>
internal static class HeyGenClipComposer
{
    private const int MostReferences = 12;

    // The catalogue writes some shapes in pixels, because not every one exists in every resolution.
    private static readonly AspectRatio[] Named = [new(21, 9), new(16, 9), new(4, 3), new(1, 1), new(3, 4), new(9, 16)];

    public static HeyGenClipBody Body(GenerationTask task, HeyGenSettings settings)
    {
        var spec = task.Spec;
        var first = HeyGenInputs.OfRole(task, ReferenceRole.FirstFrame).ToList();
        var visual = HeyGenInputs.OfRole(task, ReferenceRole.Subject, ReferenceRole.Style).ToList();
        var audio = HeyGenInputs.OfRole(task, ReferenceRole.Audio).ToList();
        Check(task, first.Count, visual.Count);
        var isReference = visual.Count > 0;
        return new HeyGenClipBody
        {
            Model = spec.Model,
            Prompt = spec.Prompt,
            Mode = first.Count > 0 ? "image_to_video" : isReference ? "reference_to_video" : "text_to_video",
            Image = first.Select(HeyGenInputs.Asset).FirstOrDefault(),
            ReferenceImages = HeyGenInputs.Assets(visual.Where(i => !HeyGenInputs.IsVideo(i))),
            ReferenceVideos = HeyGenInputs.Assets(visual.Where(HeyGenInputs.IsVideo)),
            ReferenceAudio = HeyGenInputs.Assets(audio),
            Duration = (int?)spec.Duration?.TotalSeconds,
            Resolution = spec.Resolution is { Lines: 1440 } ? "2k" : spec.Resolution?.ToString(),

            // A first frame decides the shape; HeyGen ignores the field beside one.
            AspectRatio = first.Count > 0 ? null : isReference && settings.AdaptiveRatio ? "adaptive" : spec.AspectRatio is { } ratio ? NameOf(ratio) : null,
            Seed = spec.Seed,
            PromptEnhancement = settings.PromptEnhancement,
            CallbackUrl = task.CallbackUrl?.AbsoluteUri,
            CallbackId = task.ClientReference,
        };
    }

    private static void Check(GenerationTask task, int first, int visual)
    {
        if (task.Inputs.Count > 0 && first + visual == 0)
        {
            throw HeyGenErrors.Refuse("HeyGen's clips begin with a FirstFrame or follow Subject and Style references; sound alone is not enough.");
        }

        if (first > 0 && task.Inputs.Count > 1)
        {
            throw HeyGenErrors.NotSupported("HeyGen's clips take a first frame or references, not both.");
        }

        if (task.Inputs.Count > MostReferences)
        {
            throw HeyGenErrors.NotSupported("HeyGen's clips take 12 references in all.");
        }

        if (task.Spec.Seed is < 0 or > uint.MaxValue)
        {
            throw HeyGenErrors.Refuse("HeyGen takes seeds from 0 to 4294967295.");
        }
    }

    private static string NameOf(AspectRatio ratio)
    {
        foreach (var known in Named)
        {
            if (known.IsSameShapeAs(ratio))
            {
                return known.ToString();
            }
        }

        return ratio.ToString();
    }
}
