namespace VideoGen.Sdk.Media.Conforming;

/// <summary>The picture's rate at which a file stays under a size.</summary>
internal static class SizeCap
{
    private const double ContainerShare = 0.97;
    private const double AudioKilobits = 130;

    /// <summary>Each further try aims 7 % lower: one pass with a tight buffer lands within that.</summary>
    public static int VideoKilobits(long maxBytes, TimeSpan length, int attempt) =>
        (int)Math.Max(50, ((maxBytes * 8 / 1000.0 / length.TotalSeconds * ContainerShare) - AudioKilobits) * Math.Pow(0.93, attempt));
}
