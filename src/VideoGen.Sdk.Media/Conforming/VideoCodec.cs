using System.Globalization;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>How every picture of ours is encoded: H.264 High (which ultrafast would turn to Main), closed groups of two seconds, BT.709.</summary>
internal static class VideoCodec
{
    /// <summary>The words after the maps.</summary>
    /// <param name="preset">An x264 preset.</param>
    /// <param name="rate">Frames per second.</param>
    /// <param name="videoKilobits">The most that the picture may take a second; null means the 12 Mb/s that every platform takes.</param>
    public static IEnumerable<string> Words(string preset, decimal rate, int? videoKilobits = null)
    {
        var group = Invariant($"{(int)Math.Round(rate * 2, MidpointRounding.AwayFromZero)}");
        var (most, buffer) = videoKilobits is { } cap ? (cap, cap) : (SizeCap.UsualKilobits, 2 * SizeCap.UsualKilobits);
        return
        [
            "-c:v", "libx264", "-preset", preset, "-crf", "20", "-maxrate", Invariant($"{most}k"), "-bufsize", Invariant($"{buffer}k"),
            "-pix_fmt", "yuv420p", "-profile:v", "high", "-bf", "2", "-g", group, "-keyint_min", group, "-sc_threshold", "0", "-flags:v", "+cgop", "-x264-params", "8x8dct=1:cabac=1",
            "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709",
        ];
    }

    /// <summary>As ffmpeg takes a rate without rounding it: 29.97 is 30000/1001.</summary>
    public static string AsFraction(decimal rate) => decimal.IsInteger(rate)
        ? rate.ToString("0", CultureInfo.InvariantCulture)
        : Math.Abs((rate * 1001 / 1000) - Math.Round(rate)) < 0.01m
            ? Invariant($"{Math.Round(rate) * 1000:0}/1001")
            : rate.ToString("0.###", CultureInfo.InvariantCulture);
}
