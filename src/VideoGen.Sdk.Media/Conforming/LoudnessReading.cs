using System.Globalization;

namespace VideoGen.Sdk.Media.Conforming;

/// <summary>How loud a sound is.</summary>
/// <param name="Units">LUFS over all of it.</param>
/// <param name="Peak">Highest true peak, in dBTP.</param>
internal sealed record LoudnessReading(double Units, double Peak)
{
    /// <summary>Reads what the filter loudnorm prints; null for silence, which it calls minus infinity.</summary>
    public static LoudnessReading? Read(IEnumerable<string> lines)
    {
        double? units = null, peak = null;
        foreach (var line in lines)
        {
            units = Value(line, "\"input_i\"") ?? units;
            peak = Value(line, "\"input_tp\"") ?? peak;
        }

        return units is > -70 and < 20 && peak is { } highest ? new LoudnessReading(units.Value, highest) : null;
    }

    private static double? Value(string line, string key)
    {
        var start = line.IndexOf(key, StringComparison.Ordinal);
        var text = start < 0 ? "" : line[(start + key.Length)..].Trim(' ', '\t', ':', ',', '"');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }
}
