namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>A picture in which every macroblock is skipped: the one before it, again, in a dozen bytes.</summary>
internal static class AvcStillPicture
{
    public static byte[] Write(int width, int height, uint frameNumber)
    {
        var bits = new BitWriter();
        bits.Unsigned(0);
        bits.Unsigned(5);
        bits.Unsigned(0);
        bits.Bits(frameNumber, 4);
        bits.Bits(0, 3);
        bits.Signed(0);
        bits.Unsigned(1);
        bits.Unsigned((uint)((width + 15) / 16 * ((height + 15) / 16)));
        return AvcUnit.Wrap(AvcUnit.Picture, bits.Finish());
    }
}
