using System.Globalization;

namespace VideoGen.Sdk.Media.Probing;

/// <summary>How the key frames of a video lie.</summary>
/// <param name="Longest">Longest time between two of them, or between the last and the end.</param>
/// <param name="IsClosed">Whether no frame after a key frame shows before it: a player or cutter may begin at each.</param>
internal sealed record KeyFrames(TimeSpan Longest, bool IsClosed)
{
    /// <summary>Reads ffprobe's packet list, one <c>pts_time,flags</c> in decoding order a line.</summary>
    public static KeyFrames Read(IEnumerable<string> lines)
    {
        double? key = null;
        double last = 0, longest = 0;
        var closed = true;
        foreach (var line in lines)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0 || !double.TryParse(line.AsSpan(0, comma), NumberStyles.Float, CultureInfo.InvariantCulture, out var at))
            {
                continue;
            }

            if (line.AsSpan(comma + 1).StartsWith("K"))
            {
                longest = Math.Max(longest, at - (key ?? at));
                key = at;
            }
            else if (at < key)
            {
                closed = false;
            }

            last = Math.Max(last, at);
        }

        return new KeyFrames(TimeSpan.FromSeconds(Math.Max(longest, key is { } k ? last - k : last)), closed);
    }
}
