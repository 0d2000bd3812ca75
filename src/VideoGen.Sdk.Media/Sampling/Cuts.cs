namespace VideoGen.Sdk.Media.Sampling;

/// <summary>Where one shot ends and another begins.</summary>
internal static class Cuts
{
    private const double Least = 28;
    private const double TimesUsual = 3;

    /// <summary>Whether each frame is the first of a shot: it differs from the one before far more than is usual in this video.</summary>
    public static bool[] Find(IReadOnlyList<SampledFrame> frames)
    {
        var differences = frames.Select((f, i) => i == 0 ? 0 : f.DifferenceFrom(frames[i - 1])).ToList();
        var usual = differences.Count < 2 ? 0 : differences.Skip(1).Order().ElementAt((differences.Count - 1) / 2);
        return [.. differences.Select((d, i) => i == 0 || (d > Least && d > usual * TimesUsual))];
    }
}
