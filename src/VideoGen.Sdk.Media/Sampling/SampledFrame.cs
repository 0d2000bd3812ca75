namespace VideoGen.Sdk.Media.Sampling;

/// <summary>One frame, small, as red, green and blue bytes row by row.</summary>
/// <param name="At">Seconds from the beginning.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Pixels">Three bytes a pixel.</param>
internal sealed record SampledFrame(double At, int Width, int Height, byte[] Pixels)
{
    private byte[]? luma;

    /// <summary>Brightness, a byte a pixel.</summary>
    public byte[] Luma => luma ??= LumaOf(Pixels);

    /// <summary>Average difference of brightness from another frame, 0 to 255.</summary>
    public double DifferenceFrom(SampledFrame other)
    {
        var (mine, theirs) = (Luma, other.Luma);
        long sum = 0;
        for (var i = 0; i < mine.Length; i++)
        {
            sum += Math.Abs(mine[i] - theirs[i]);
        }

        return (double)sum / mine.Length;
    }

    private static byte[] LumaOf(byte[] pixels)
    {
        var luma = new byte[pixels.Length / 3];
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = (byte)(((54 * pixels[3 * i]) + (183 * pixels[(3 * i) + 1]) + (19 * pixels[(3 * i) + 2])) >> 8);
        }

        return luma;
    }
}
