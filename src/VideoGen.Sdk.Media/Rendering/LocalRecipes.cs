using VideoGen.Sdk.Media.Text;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>Turns a planned request into a recipe; what the request leaves open is what Instagram Reels wants.</summary>
internal static class LocalRecipes
{
    private const double DefaultSeconds = 15;
    private const int FramesPerSecond = 30;

    public static RenderRecipe From(GenerationSpec spec)
    {
        var canvas = Canvas.Of(spec.AspectRatio ?? AspectRatio.Portrait, spec.Resolution ?? VideoResolution.FullHd);
        return new RenderRecipe
        {
            Version = RenderRecipe.PresentVersion,
            Prompt = PlainText.Shorten(spec.Prompt),
            Seed = spec.Seed,
            Width = canvas.Width,
            Height = canvas.Height,
            Seconds = spec.Duration?.TotalSeconds ?? DefaultSeconds,
            FramesPerSecond = FramesPerSecond,
            Sound = spec.Sound,
        };
    }
}
