namespace VideoGen.Sdk.Media.Cropping;

/// <summary>The way of the window through time that keeps most and moves least; at a cut moving is free.</summary>
internal static class WindowTrack
{
    /// <summary>What moving over the whole way costs, in shares of a frame's interest.</summary>
    private const double MoveCost = 1.2;

    /// <summary>The share of the way, 0 to 1, for each frame.</summary>
    public static double[] Find(IReadOnlyList<double[]> scores, bool[] cuts)
    {
        var places = WindowScores.Places;
        var best = (double[])scores[0].Clone();
        var came = new int[scores.Count][];
        for (var frame = 1; frame < scores.Count; frame++)
        {
            came[frame] = new int[places];
            var next = new double[places];
            for (var to = 0; to < places; to++)
            {
                var (from, value) = (0, double.MinValue);
                for (var place = 0; place < places; place++)
                {
                    var worth = best[place] - (cuts[frame] ? 0 : MoveCost * Math.Abs(to - place) / (places - 1));
                    (from, value) = worth > value ? (place, worth) : (from, value);
                }

                came[frame][to] = from;
                next[to] = value + scores[frame][to];
            }

            best = next;
        }

        var track = new double[scores.Count];
        var at = Array.IndexOf(best, best.Max());
        for (var frame = scores.Count - 1; frame >= 0; frame--)
        {
            track[frame] = (double)at / (places - 1);
            at = frame > 0 ? came[frame][at] : at;
        }

        return Smooth(track, cuts);
    }

    /// <summary>Rounds the corners, within each shot.</summary>
    private static double[] Smooth(double[] track, bool[] cuts)
    {
        var smooth = new double[track.Length];
        for (var i = 0; i < track.Length; i++)
        {
            var (sum, weight) = (track[i], 1.0);
            for (var back = i; back > 0 && i - back < 4 && !cuts[back]; back--)
            {
                sum += track[back - 1];
                weight++;
            }

            for (var ahead = i + 1; ahead < track.Length && ahead - i <= 4 && !cuts[ahead]; ahead++)
            {
                sum += track[ahead];
                weight++;
            }

            smooth[i] = sum / weight;
        }

        return smooth;
    }
}
