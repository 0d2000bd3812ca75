using System.Globalization;

namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>How good one frame would be as a still.</summary>
/// <param name="At">Its time.</param>
/// <param name="Brightness">Average luma, 16 (black) to 235 (white).</param>
/// <param name="Entropy">How much there is to see, 0 to 1.</param>
internal sealed record FrameScore(TimeSpan At, double Brightness, double Entropy)
{
    /// <summary>Neither near black nor near white.</summary>
    public bool IsWellLit => Brightness is > 40 and < 215;

    /// <summary>Reads what the filters signalstats and entropy print for each frame.</summary>
    public static IReadOnlyList<FrameScore> Read(IEnumerable<string> lines)
    {
        var frames = new List<FrameScore>();
        foreach (var line in lines)
        {
            if (Value(line, "pts_time:", ' ') is { } at)
            {
                frames.Add(new FrameScore(TimeSpan.FromSeconds(Math.Max(0, at)), 0, 0));
            }
            else if (frames.Count > 0)
            {
                frames[^1] = frames[^1] with
                {
                    Brightness = Value(line, "lavfi.signalstats.YAVG=", '\n') ?? frames[^1].Brightness,
                    Entropy = Value(line, "lavfi.entropy.normalized_entropy.normal.Y=", '\n') ?? frames[^1].Entropy,
                };
            }
        }

        return frames;
    }

    public static FrameScore? Best(IEnumerable<FrameScore> frames) => frames.OrderByDescending(f => f.IsWellLit).ThenByDescending(f => f.Entropy).ThenBy(f => f.At).FirstOrDefault();

    private static double? Value(string line, string key, char end)
    {
        var start = line.IndexOf(key, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var text = line.AsSpan(start + key.Length);
        var stop = text.IndexOf(end);
        return double.TryParse(stop < 0 ? text : text[..stop], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }
}
