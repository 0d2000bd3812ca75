using VideoGen.Sdk.Media.Sampling;

namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>Tells a dissolve or fade from movement: in the middle of one, a frame is the mean of what comes before and after it.</summary>
internal static class Transitions
{
    /// <summary>The ends must differ at least so much, in steps of brightness.</summary>
    private const double LeastChange = 10;

    /// <summary>What the mean may be off, in shares of the change.</summary>
    private const double MostResidue = 0.3;

    public static bool IsBetween(IReadOnlyList<SampledFrame> frames, int index)
    {
        for (var step = 1; step <= 3; step++)
        {
            if (index - step >= 0 && index + step < frames.Count && IsMean(frames[index - step], frames[index], frames[index + step]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMean(SampledFrame before, SampledFrame frame, SampledFrame after)
    {
        var (a, b, c) = (before.Luma, frame.Luma, after.Luma);
        double change = 0, dot = 0;
        for (var i = 0; i < b.Length; i++)
        {
            double whole = c[i] - a[i];
            change += whole * whole;
            dot += whole * (b[i] - a[i]);
        }

        if (Math.Sqrt(change / b.Length) < LeastChange)
        {
            return false;
        }

        // The share of the way from before to after that explains this frame best, and what it leaves unexplained.
        var share = dot / change;
        double residue = 0;
        for (var i = 0; i < b.Length; i++)
        {
            var off = b[i] - a[i] - (share * (c[i] - a[i]));
            residue += off * off;
        }

        return share is > 0.12 and < 0.88 && Math.Sqrt(residue / change) < MostResidue;
    }
}
