namespace VideoGen.Sdk.Media.Rendering.Scenes;

/// <summary>Colours of one time of day.</summary>
/// <param name="Sky">From top to horizon.</param>
/// <param name="Light">Sun or moon.</param>
/// <param name="Hills">From far to near.</param>
/// <param name="HasStars">Whether it is night.</param>
internal sealed record LandscapePalette(Tint[] Sky, Tint Light, Tint[] Hills, bool HasStars)
{
    public static IReadOnlyList<LandscapePalette> All { get; } =
    [
        Of([0x1B1B4B, 0x6A2C70, 0xF08A5D, 0xF9C869], 0xFFEBAA, [0x7A4478, 0x4A2C63, 0x1A1030]),
        Of([0x274690, 0x7C7FC0, 0xF2B5C4, 0xFCE0C4], 0xFFF4DC, [0x8E83B8, 0x5A5790, 0x26264F]),
        Of([0x050A1E, 0x0E1F46, 0x22407A, 0x4A6FA5], 0xEAF2FF, [0x2A4470, 0x1A2C50, 0x0A1326], hasStars: true),
        Of([0x0B3C49, 0x13747D, 0x6FC2B4, 0xF3E3B3], 0xFFF6CF, [0x3E8E8B, 0x1F5F66, 0x0B2E38]),
        Of([0x3A1C3F, 0x8C2F39, 0xE36414, 0xFFB627], 0xFFE9B0, [0x9A3B2E, 0x5F1F27, 0x260D18]),
        Of([0x120B2E, 0x3A1E6D, 0x8A4FBF, 0xF3A6D8], 0xFFE3F4, [0x6A3C9A, 0x41246E, 0x180C33], hasStars: true),
    ];

    private static LandscapePalette Of(int[] sky, int light, int[] hills, bool hasStars = false) =>
        new([.. sky.Select(Tint.Of)], Tint.Of(light), [.. hills.Select(Tint.Of)], hasStars);
}
