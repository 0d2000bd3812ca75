using VideoGen.Sdk.Media.Sampling;

namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>How good one frame would be as a still.</summary>
/// <param name="At">Its time in seconds.</param>
/// <param name="Brightness">Average, 0 (black) to 255 (white).</param>
/// <param name="Contents">How much there is to see: the entropy of its brightness, 0 to 1.</param>
/// <param name="Sharpness">How hard its edges are; only to be compared within one video.</param>
/// <param name="IsBetween">Whether it is in the middle of a fade or dissolve.</param>
internal sealed record FrameMerit(double At, double Brightness, double Contents, double Sharpness, bool IsBetween)
{
    /// <summary>Neither near black nor near white.</summary>
    public bool IsWellLit => Brightness is > 30 and < 225;

    public static FrameMerit? Best(IReadOnlyList<SampledFrame> frames)
    {
        var merits = frames.Select((f, i) => new FrameMerit(f.At, f.Luma.Average(b => b), Entropy(f.Luma), EdgesOf(f), Transitions.IsBetween(frames, i))).ToList();
        var sharpest = Math.Max(1e-9, merits.Where(m => m.IsWellLit).Select(m => m.Sharpness).DefaultIfEmpty(0).Max());
        return merits.OrderByDescending(m => m.IsWellLit).ThenBy(m => m.IsBetween).ThenByDescending(m => m.Worth(sharpest)).ThenBy(m => m.At).FirstOrDefault();
    }

    private double Worth(double sharpest) => Contents * Math.Sqrt(Math.Min(1, Sharpness / sharpest));

    private static double Entropy(byte[] luma)
    {
        Span<int> counts = stackalloc int[64];
        foreach (var value in luma)
        {
            counts[value >> 2]++;
        }

        var sum = 0.0;
        foreach (var count in counts)
        {
            var share = (double)count / luma.Length;
            sum -= count == 0 ? 0 : share * Math.Log2(share);
        }

        return sum / 6;
    }

    /// <summary>The average strength of the second difference: blur takes it away long before it takes the edges.</summary>
    private static double EdgesOf(SampledFrame frame)
    {
        var (luma, w) = (frame.Luma, frame.Width);
        double sum = 0;
        for (var y = 1; y < frame.Height - 1; y++)
        {
            for (var x = 1; x < w - 1; x++)
            {
                var i = (y * w) + x;
                var second = (4 * luma[i]) - luma[i - 1] - luma[i + 1] - luma[i - w] - luma[i + w];
                sum += second * second;
            }
        }

        return Math.Sqrt(sum / luma.Length);
    }
}
