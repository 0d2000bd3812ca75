namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>Silent AAC-LC, 48 kHz mono: apps that read or mix the sound of a clip find a track.</summary>
internal static class SilenceTrack
{
    private const uint Rate = 48000;
    private const uint FrameTicks = 1024;

    // One access unit of silence: a single channel element without any spectral data.
    private static readonly byte[] Silence = [0x00, 0xC8, 0x00, 0x80, 0x23, 0x80];

    // Rounded down, so that the pictures alone decide how long the file plays.
    public static Track Of(ClipShape shape) => new()
    {
        Id = 2,
        Timescale = Rate,
        SampleTicks = FrameTicks,
        Samples = [.. Enumerable.Repeat(Silence, Math.Max(1, (int)(shape.Frames * Rate / ClipShape.FramesPerSecond / FrameTicks)))],
        Description = Description(),
    };

    private static byte[] Description()
    {
        byte[] stream =
        [
            0x03, 25, 0, 2, 0,
            0x04, 17, 0x40, 0x15, 0, 0, 0, 0, 0, 0x08, 0, 0, 0, 0x08, 0,
            0x05, 2, 0x11, 0x88,
            0x06, 1, 2,
        ];
        return Box.Of("mp4a", Box.U16(0, 0, 0, 1), Box.Zeros(8), Box.U16(1, 16, 0, 0), Box.U32(Rate << 16), Box.Of("esds", Box.U32(0), stream));
    }
}
