using static System.FormattableString;

namespace VideoGen.Sdk.Media.Rendering;

/// <summary>A colour.</summary>
internal readonly record struct Tint(int Red, int Green, int Blue)
{
    public static Tint Of(int rgb) => new((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);

    /// <summary>As filters take it.</summary>
    public string Hex => Invariant($"0x{Red:x2}{Green:x2}{Blue:x2}");
}
