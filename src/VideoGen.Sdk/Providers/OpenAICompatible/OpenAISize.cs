using System.Globalization;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>Writes shape and resolution as the one size field, such as <c>1280x720</c>.</summary>
internal static class OpenAISize
{
    private const int LeastPixels = 100;

    /// <summary>Null leaves the choice to the model.</summary>
    public static string? Of(GenerationSpec spec)
    {
        if (OpenAICompatibleSettings.Of(spec).Size is { Length: > 0 } given)
        {
            return given;
        }

        if (spec.AspectRatio is null && spec.Resolution is null)
        {
            return null;
        }

        // The API's own default stands upright, so a resolution alone keeps that.
        var ratio = spec.AspectRatio ?? AspectRatio.Portrait;
        return Math.Min(ratio.Width, ratio.Height) >= LeastPixels ? Text(ratio.Width, ratio.Height) : Scaled(ratio, (spec.Resolution ?? VideoResolution.Hd).Lines);
    }

    private static string Scaled(AspectRatio ratio, int shortSide) => ratio.Width >= ratio.Height
        ? Text(Even(shortSide * ratio.Value), shortSide)
        : Text(shortSide, Even(shortSide / ratio.Value));

    // Encoders take even sides only.
    private static int Even(decimal side) => (int)Math.Round(side / 2, MidpointRounding.AwayFromZero) * 2;

    private static string Text(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{width}x{height}");
}
