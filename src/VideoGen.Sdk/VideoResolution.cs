using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace VideoGen.Sdk;

/// <summary>Picture quality as the pixels of the shorter side: 720p is 1280x720 lying and 720x1280 standing.</summary>
/// <param name="Lines">Pixels of the shorter side, above zero.</param>
[JsonConverter(typeof(VideoResolutionJsonConverter))]
public readonly record struct VideoResolution(int Lines) : IParsable<VideoResolution>, IComparable<VideoResolution>
{
    /// <summary>720 pixels on the shorter side.</summary>
    public static VideoResolution Hd { get; } = new(720);

    /// <summary>1080 pixels on the shorter side.</summary>
    public static VideoResolution FullHd { get; } = new(1080);

    /// <summary>2160 pixels on the shorter side.</summary>
    public static VideoResolution UltraHd { get; } = new(2160);

    /// <inheritdoc/>
    public int CompareTo(VideoResolution other) => Lines.CompareTo(other.Lines);

    /// <inheritdoc/>
    public static VideoResolution Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var value) ? value : throw new FormatException($"'{s}' is not a resolution; write 480p, 720p, 1080p, 2k or 4k.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VideoResolution result)
    {
        result = s?.ToLowerInvariant() switch { "4k" => UltraHd, "2k" => new(1440), _ => default };
        if (result.Lines > 0)
        {
            return true;
        }

        if (s is null || !s.EndsWith('p') || !int.TryParse(s.AsSpan(0, s.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var lines) || lines == 0)
        {
            return false;
        }

        result = new VideoResolution(lines);
        return true;
    }

    /// <summary>The form <c>1080p</c>; 2160 is written <c>4k</c>.</summary>
    public override string ToString() => Lines == 2160 ? "4k" : string.Create(CultureInfo.InvariantCulture, $"{Lines}p");

    /// <summary>Whether the left one has fewer lines.</summary>
    public static bool operator <(VideoResolution left, VideoResolution right) => left.Lines < right.Lines;

    /// <summary>Whether the left one has more lines.</summary>
    public static bool operator >(VideoResolution left, VideoResolution right) => left.Lines > right.Lines;

    /// <summary>Whether the left one has no more lines.</summary>
    public static bool operator <=(VideoResolution left, VideoResolution right) => left.Lines <= right.Lines;

    /// <summary>Whether the left one has no fewer lines.</summary>
    public static bool operator >=(VideoResolution left, VideoResolution right) => left.Lines >= right.Lines;
}
