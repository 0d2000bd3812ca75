using System.Globalization;

namespace VideoGen.Sdk.Media.Running;

/// <summary>Reads the lines of <c>-progress pipe:1</c>.</summary>
internal static class ToolProgress
{
    /// <summary>Asks for those lines.</summary>
    public const string Arguments = "-nostats -progress pipe:1 -stats_period 0.25";

    private const string Key = "out_time_us=";

    /// <summary>The share done, 0 to 1; null for every other line. The first values may be negative or N/A.</summary>
    public static double? Read(string line, TimeSpan length) =>
        line.StartsWith(Key, StringComparison.Ordinal) && length > TimeSpan.Zero
        && long.TryParse(line.AsSpan(Key.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
            ? Math.Clamp(microseconds / length.TotalMicroseconds, 0, 1)
            : null;
}
