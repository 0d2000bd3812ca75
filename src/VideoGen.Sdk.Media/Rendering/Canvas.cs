namespace VideoGen.Sdk.Media.Rendering;

/// <summary>Pixels of a shape and a resolution, and where on them text may stand.</summary>
/// <param name="Width">Pixels across, even.</param>
/// <param name="Height">Pixels down, even.</param>
internal readonly record struct Canvas(int Width, int Height)
{
    /// <summary>The shorter side: what letters and movements are measured by.</summary>
    public int Side => Math.Min(Width, Height);

    public bool IsTall => Height > Width * 1.4;

    /// <summary>Phones lay their buttons over the lower third and the outer edges of a tall picture: text keeps above 65 % and 11 % from the sides.</summary>
    public double TextWidth => Width * (IsTall ? 0.78 : 0.80);

    public double TextHeight => Height * (IsTall ? 0.40 : 0.56);

    /// <summary>Middle of the text, as a share of the height.</summary>
    public double TextMiddle => IsTall ? 0.40 : 0.42;

    /// <summary>1080p of 9:16 is 1080x1920: the resolution is the shorter side, the longer follows from the shape, rounded to even.</summary>
    public static Canvas Of(AspectRatio ratio, VideoResolution resolution)
    {
        var longer = 2 * (int)Math.Round(resolution.Lines * (double)Math.Max(ratio.Width, ratio.Height) / Math.Min(ratio.Width, ratio.Height) / 2, MidpointRounding.AwayFromZero);
        var shorter = resolution.Lines + (resolution.Lines % 2);
        return ratio.Width >= ratio.Height ? new Canvas(longer, shorter) : new Canvas(shorter, longer);
    }

    /// <summary>The nth part of a length, even: most of a picture is drawn small and then enlarged, which takes a fraction of the time.</summary>
    public static int Part(int pixels, double divisor) => Math.Max(2, (int)(pixels / divisor / 2) * 2);
}
