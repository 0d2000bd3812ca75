using VideoGen.Sdk.Media.Probing;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Brings a picture of any shape into the frame: a graph from one stream to one label. Holds numbers and names of ours only.</summary>
internal static class FrameFilter
{
    private const string End = "setsar=1,format=yuv420p";

    /// <summary>Whether the picture has another shape than the frame.</summary>
    public static bool IsOtherShape(Inspection file, int width, int height) =>
        !new AspectRatio(Math.Max(1, ShownWidth(file)), file.Height).IsSameShapeAs(new AspectRatio(width, height));

    /// <summary>The graph.</summary>
    /// <param name="place">What to bring where.</param>
    public static string For(FramePlace place)
    {
        var (w, h, file) = (place.Width, place.Height, place.File);
        var square = file.PixelAspect == 1 ? "" : Invariant($"scale={Math.Max(2, ShownWidth(file) / 2 * 2)}:{file.Height},setsar=1,");
        var begin = $"[{place.Input}]{place.Before}fps={place.Rate},{ColourFilter.For(file.Video)}{square}";
        var close = $"{End}{place.After}[{place.Output}]";
        if (!IsOtherShape(file, w, h))
        {
            return Invariant($"{begin}scale={w}:{h}:flags=lanczos,{close}");
        }

        var inside = Invariant($"scale={w}:{h}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos");
        var filled = Invariant($"{begin}scale={w}:{h}:force_original_aspect_ratio=increase:force_divisible_by=2:flags=lanczos");
        return place.Fit switch
        {
            FrameFit.Pad => Invariant($"{begin}{inside},pad={w}:{h}:-1:-1:color=black,{close}"),
            FrameFit.SmartCrop when place.Cut is { } cut => $"{filled},{cut.Filter(w, h)},{close}",
            FrameFit.Crop or FrameFit.SmartCrop => Invariant($"{filled},crop={w}:{h},{close}"),
            _ => Blurred(begin, inside, place, close),
        };
    }

    /// <summary>Blurred at a quarter of the size: looks the same and takes two thirds of the time.</summary>
    private static string Blurred(string begin, string inside, FramePlace place, string close)
    {
        var (w, h, name) = (place.Width, place.Height, place.Output);
        var (sw, sh) = (Math.Max(16, w / 8 * 2), Math.Max(16, h / 8 * 2));
        return Invariant($"{begin}split=2[{name}a][{name}b];")
            + Invariant($"[{name}a]scale={sw}:{sh}:force_original_aspect_ratio=increase:flags=fast_bilinear,crop={sw}:{sh},gblur=sigma=8,eq=brightness=-0.08:saturation=1.1,")
            + Invariant($"scale={w}:{h}:flags=bicubic[{name}c];[{name}b]{inside}[{name}d];[{name}c][{name}d]overlay=(W-w)/2:(H-h)/2,{close}");
    }

    private static int ShownWidth(Inspection file) => (int)Math.Round(file.Width * file.PixelAspect);
}
