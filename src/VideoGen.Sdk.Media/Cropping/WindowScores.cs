namespace VideoGen.Sdk.Media.Cropping;

/// <summary>How much of a frame's interest each place of the window keeps.</summary>
internal static class WindowScores
{
    /// <summary>Places tried, from one end to the other.</summary>
    public const int Places = 49;

    /// <summary>What lies at the window's edge counts less than what lies in its middle, so that the subject stands in the middle.</summary>
    private const double EdgeLoss = 0.5;

    public static double[] Of(double[] profile, double window)
    {
        var scores = new double[Places];
        var width = Math.Clamp(window, 0.02, 1) * profile.Length;
        var total = Math.Max(1e-9, profile.Sum());
        for (var place = 0; place < Places; place++)
        {
            var start = (profile.Length - width) * place / (Places - 1);
            for (var i = (int)start; i < profile.Length && i < start + width; i++)
            {
                var inside = Math.Min(i + 1, start + width) - Math.Max(i, start);
                var off = ((i + 0.5 - start) / width * 2) - 1;
                scores[place] += profile[i] * inside * (1 - (EdgeLoss * off * off)) / total;
            }
        }

        return scores;
    }
}
