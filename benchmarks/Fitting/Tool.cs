using System.Diagnostics;
using System.Globalization;

namespace VideoGen.Sdk.Fitting;

/// <summary>ffmpeg without the library.</summary>
internal static class Tool
{
    /// <summary>Runs it and tells the seconds that it took.</summary>
    public static double Run(string arguments) => Timed($"-v error -nostdin -y {arguments}").Seconds;

    public static double Similarity(string one, string other) => Number(Timed($"-hide_banner -nostats -nostdin -i {one} -i {other} -lavfi [0:v][1:v]ssim -f null -").Said, "All:");

    public static double Loudness(string path) => Number(Timed($"-hide_banner -nostats -nostdin -i {path} -vn -af ebur128 -f null -").Said.Split("Summary")[^1], "I:");

    private static (double Seconds, string Said) Timed(string arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? (watch.Elapsed.TotalSeconds, said) : throw new InvalidOperationException(said);
    }

    private static double Number(string said, string key)
    {
        var text = said[(said.IndexOf(key, StringComparison.Ordinal) + key.Length)..].TrimStart();
        return double.Parse(text.Split(' ', '\n')[0], CultureInfo.InvariantCulture);
    }
}
