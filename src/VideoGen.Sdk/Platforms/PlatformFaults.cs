namespace VideoGen.Sdk.Platforms;

/// <summary>Says what no file could meet: found when a catalogue is read, not when a video was paid for.</summary>
internal static class PlatformFaults
{
    public static string? FirstOf(IReadOnlyList<PlatformSpecs?> platforms)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var platform in platforms)
        {
            if (platform?.Id is not { Length: > 0 } id || platform.Optimal is null)
            {
                return "a platform without an id or without its optimal parameters";
            }

            if ((seen.Add(id) ? Of(platform) : "is named twice") is { } fault)
            {
                return $"{id} {fault}";
            }
        }

        return null;
    }

    private static string? Of(PlatformSpecs platform) =>
        !IsPicture(platform.AspectRatio, platform.Width, platform.Height) ? "has an impossible picture: both sides must be even, 16 to 8192, and of the shape that it names"
        : platform.MinDuration < 0 || platform.MaxDuration <= 0 || platform.MinDuration > platform.MaxDuration ? "has impossible lengths"
        : platform.MaxFileSizeMb <= 0 ? "has an impossible size"
        : platform.MinFramesPerSecond > platform.MaxFramesPerSecond ? "has impossible frame rates"
        : !IsPicture(platform.Optimal.AspectRatio, platform.Optimal.Width, platform.Optimal.Height) ? "aims at an impossible picture"
        : platform.Optimal.Duration < platform.MinDuration || platform.Optimal.Duration > platform.MaxDuration ? "aims at a length that it refuses"
        : null;

    private static bool IsPicture(AspectRatio ratio, int width, int height) =>
        width is >= 16 and <= 8192 && height is >= 16 and <= 8192 && width % 2 == 0 && height % 2 == 0
        && ratio is { Width: > 0, Height: > 0 } && ratio.IsSameShapeAs(new AspectRatio(width, height));
}
