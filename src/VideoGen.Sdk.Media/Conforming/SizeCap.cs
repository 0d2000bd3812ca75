namespace VideoGen.Sdk.Media.Conforming;

/// <summary>The picture's rate at which a file stays under a size.</summary>
internal static class SizeCap
{
    /// <summary>What every platform takes.</summary>
    public const int UsualKilobits = 12_000;

    private const double ContainerShare = 0.97;
    private const double AudioKilobits = 130;

    /// <summary>
    /// Null where even the usual rate stays under the limit. Else the rate that does: x264 may spend its buffer, one second of the rate, on top. Each further
    /// try aims 7 % lower.
    /// </summary>
    public static int? VideoKilobits(long maxBytes, TimeSpan length, int attempt)
    {
        var seconds = Math.Max(0.1, length.TotalSeconds);
        var budget = (maxBytes * 8 / 1000.0 * ContainerShare) - (AudioKilobits * seconds);
        return attempt == 0 && budget / (seconds + 2) >= UsualKilobits
            ? null
            : (int)Math.Clamp(budget / (seconds + 1) * Math.Pow(0.93, attempt), 50, UsualKilobits);
    }
}
