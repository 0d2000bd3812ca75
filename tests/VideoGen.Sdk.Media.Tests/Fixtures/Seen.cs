using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoGen.Sdk.Media.Tests.Fixtures;

/// <summary>Measures files with ffmpeg itself, apart from the code under test.</summary>
internal static partial class Seen
{
    /// <summary>Average brightness of a piece of the frame at a time, 0 to 255.</summary>
    public static double Brightness(string path, double at = 0, string crop = "iw:ih:0:0") => Colour(path, at, crop) is var (red, green, blue) ? (red + green + blue) / 3.0 : 0;

    /// <summary>Average red, green and blue of a piece of the frame at a time.</summary>
    public static (int Red, int Green, int Blue) Colour(string path, double at = 0, string crop = "iw:ih:0:0") =>
        (Plane(path, at, crop, "r"), Plane(path, at, crop, "g"), Plane(path, at, crop, "b"));

    public static double Seconds(string path) => Number("d=" + Shell.Run("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=duration", "-of", "csv=p=0", path), "d=");

    public static string Streams(string path) => Shell.Run("ffprobe", "-v", "error", "-show_entries", "stream=codec_type,codec_name,width,height:stream_tags=language", "-of", "compact=p=0", path);

    /// <summary>LUFS of a piece of the sound.</summary>
    public static double Loudness(string path, double from = 0, double length = 1000) => Number(Shell.Errors("ffmpeg", "-hide_banner", "-nostats", "-ss", Text(from), "-t", Text(length), "-i", path, "-vn", "-af", "ebur128=peak=true", "-f", "null", "-").Split("Summary")[^1], "I:");

    /// <summary>Highest true peak in dBTP.</summary>
    public static double Peak(string path) => Number(Shell.Errors("ffmpeg", "-hide_banner", "-nostats", "-i", path, "-vn", "-af", "ebur128=peak=true", "-f", "null", "-").Split("Summary")[^1], "Peak:");

    /// <summary>Structural similarity of two videos, 0 to 1.</summary>
    public static double Similarity(string one, string other, string filter = "null") =>
        Number(Shell.Errors("ffmpeg", "-hide_banner", "-nostats", "-i", one, "-i", other, "-lavfi", $"[1:v]{filter}[b];[0:v][b]ssim", "-f", "null", "-"), "All:");

    private static int Plane(string path, double at, string crop, string plane) => (int)Number(
        Shell.Run("ffmpeg", "-v", "error", "-ss", Text(at), "-i", path, "-frames:v", "1", "-vf", $"crop={crop},format=gbrp,extractplanes={plane},signalstats,metadata=mode=print:key=lavfi.signalstats.YAVG:file=-", "-f", "null", "-"), "YAVG=");

    private static double Number(string text, string key) =>
        double.Parse(Figure().Match(text[(text.IndexOf(key, StringComparison.Ordinal) + key.Length)..]).Value, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?(\d+(\.\d+)?|inf)")]
    private static partial Regex Figure();
}
