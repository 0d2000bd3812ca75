using VideoGen.Sdk.Media.Probing;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>Brings a picture of any shape into the frame: a graph from <c>[0:v:0]</c>'s stream to <c>[v]</c>. Holds numbers only.</summary>
internal static class FrameFilter
{
    public static string For(FrameFit fit, string input, Inspection file, ConformTarget target, string rate)
    {
        var (w, h) = (target.Width, target.Height);
        var shownWidth = (int)Math.Round(file.Width * file.PixelAspect);
        var isSameShape = new AspectRatio(Math.Max(1, shownWidth), file.Height).IsSameShapeAs(new AspectRatio(w, h));
        const string end = "setsar=1,format=yuv420p";
        var square = file.PixelAspect == 1 ? "" : Invariant($"scale={Math.Max(2, shownWidth / 2 * 2)}:{file.Height},setsar=1,");
        var begin = $"[{input}]fps={rate},{square}";
        if (isSameShape)
        {
            return Invariant($"{begin}scale={w}:{h}:flags=lanczos,{end}[v]");
        }

        var inside = Invariant($"scale={w}:{h}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos");
        return fit switch
        {
            FrameFit.Pad => Invariant($"{begin}{inside},pad={w}:{h}:-1:-1:color=black,{end}[v]"),
            FrameFit.Crop => Invariant($"{begin}scale={w}:{h}:force_original_aspect_ratio=increase:force_divisible_by=2:flags=lanczos,crop={w}:{h},{end}[v]"),
            _ => Blurred(begin, inside, w, h, end),
        };
    }

    /// <summary>Blurred at a quarter of the size: looks the same and takes two thirds of the time.</summary>
    private static string Blurred(string begin, string inside, int w, int h, string end)
    {
        var (sw, sh) = (Math.Max(16, w / 8 * 2), Math.Max(16, h / 8 * 2));
        return Invariant($"{begin}split=2[a][b];")
            + Invariant($"[a]scale={sw}:{sh}:force_original_aspect_ratio=increase:flags=fast_bilinear,crop={sw}:{sh},gblur=sigma=8,eq=brightness=-0.08:saturation=1.1,")
            + Invariant($"scale={w}:{h}:flags=bicubic[back];[b]{inside}[front];[back][front]overlay=(W-w)/2:(H-h)/2,{end}[v]");
    }
}
