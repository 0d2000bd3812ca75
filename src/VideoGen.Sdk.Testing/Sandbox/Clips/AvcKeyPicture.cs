namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>
/// One intra picture of coloured stripes. Only the leftmost macroblock of each stripe carries coefficients (one DC value per plane);
/// every other one copies its neighbour, which is why a 1080p key picture takes a few kilobytes.
/// </summary>
internal static class AvcKeyPicture
{
    public const int Quantiser = 24;
    private const uint Vertical = 0, Horizontal = 1, Dc = 2;

    public static byte[] Write(int width, int height, Band[] bands, uint idrId)
    {
        var bits = new BitWriter();
        bits.Unsigned(0);
        bits.Unsigned(7);
        bits.Unsigned(0);
        bits.Bits(0, 4);
        bits.Unsigned(idrId);
        bits.Bits(0, 2);
        bits.Signed(0);
        bits.Unsigned(1);
        var across = (width + 15) / 16;
        var down = (height + 15) / 16;
        var shown = new Band(128, 128, 128);
        for (var row = 0; row < down; row++)
        {
            shown = FirstOfRow(bits, row, shown, bands[row * bands.Length / down]);
            for (var column = 1; column < across; column++)
            {
                Macroblock(bits, Horizontal, chromaMode: 1, 0, 0, 0);
            }
        }

        return AvcUnit.Wrap(AvcUnit.KeyPicture, bits.Finish());
    }

    private static Band FirstOfRow(BitWriter bits, int row, Band shown, Band wanted)
    {
        // At this quantiser a luma level moves the picture by 0.625 and a chroma level by 1.25.
        var luma = (int)Math.Round((wanted.Luma - shown.Luma) / 0.625);
        var blue = (int)Math.Round((wanted.Blue - shown.Blue) / 1.25);
        var red = (int)Math.Round((wanted.Red - shown.Red) / 1.25);
        Macroblock(bits, row == 0 ? Dc : Vertical, chromaMode: row == 0 ? 0u : 2u, luma, blue, red);
        return new Band(shown.Luma + (((40 * luma) + 32) >> 6), shown.Blue + (((80 * blue) + 32) >> 6), shown.Red + (((80 * red) + 32) >> 6));
    }

    private static void Macroblock(BitWriter bits, uint lumaMode, uint chromaMode, int luma, int blue, int red)
    {
        var chroma = blue != 0 || red != 0;
        bits.Unsigned(1 + lumaMode + (chroma ? 4u : 0u));
        bits.Unsigned(chromaMode);
        bits.Signed(0);
        AvcCoefficient.Luma(bits, luma);
        if (chroma)
        {
            AvcCoefficient.Chroma(bits, blue);
            AvcCoefficient.Chroma(bits, red);
        }
    }
}
