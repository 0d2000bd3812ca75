namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>Sequence and picture parameter sets: Constrained Baseline, one reference frame, output in decoding order.</summary>
internal static class AvcHeaders
{
    // Largest picture in macroblocks per level at 24 pictures a second (table A-1).
    private static readonly (int Macroblocks, byte Level)[] Levels = [(1620, 30), (3600, 31), (5120, 32), (8192, 40), (22080, 50), (36864, 51)];

    public static byte Level(int macroblocks) => Array.Find(Levels, level => macroblocks <= level.Macroblocks) is { Level: > 0 } found ? found.Level : (byte)62;

    public static byte[] Sequence(int width, int height)
    {
        var across = (width + 15) / 16;
        var down = (height + 15) / 16;
        var bits = new BitWriter();
        bits.Bits(66, 8);
        bits.Bits(0xC0, 8);
        bits.Bits(Level(across * down), 8);
        bits.Unsigned(0);
        bits.Unsigned(0); // frame numbers of four bits
        bits.Unsigned(2); // picture order = decoding order
        bits.Unsigned(1);
        bits.Bits(0, 1);
        bits.Unsigned((uint)across - 1);
        bits.Unsigned((uint)down - 1);
        bits.Bits(1, 1); // frames only
        bits.Bits(1, 1);
        Crop(bits, (across * 16) - width, (down * 16) - height);
        bits.Bits(0, 1);
        return AvcUnit.Wrap(AvcUnit.SequenceSet, bits.Finish());
    }

    public static byte[] Picture()
    {
        var bits = new BitWriter();
        bits.Unsigned(0);
        bits.Unsigned(0);
        bits.Bits(0, 2);
        bits.Unsigned(0);
        bits.Unsigned(0);
        bits.Unsigned(0);
        bits.Bits(0, 3);
        bits.Signed(AvcKeyPicture.Quantiser - 26);
        bits.Signed(0);
        bits.Signed(0);
        bits.Bits(0b100, 3); // slices say themselves that they do not deblock
        return AvcUnit.Wrap(AvcUnit.PictureSet, bits.Finish());
    }

    // Heights such as 1080 are no multiple of 16; the surplus is cut in steps of two pixels.
    private static void Crop(BitWriter bits, int right, int bottom)
    {
        var cropped = right > 0 || bottom > 0;
        bits.Bits(cropped ? 1u : 0u, 1);
        if (cropped)
        {
            bits.Unsigned(0);
            bits.Unsigned((uint)right / 2);
            bits.Unsigned(0);
            bits.Unsigned((uint)bottom / 2);
        }
    }
}
