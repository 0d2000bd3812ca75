namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>The video of a clip: a key picture every two seconds, skipped pictures between.</summary>
internal static class PictureTrack
{
    private const int KeyDistance = 2 * ClipShape.FramesPerSecond;
    private const int FrameNumbers = 16;

    public static Track Of(ClipShape shape)
    {
        var bands = Band.Of(shape);
        byte[][] keys = [Key(shape, bands, 0), Key(shape, bands, 1)]; // neighbouring key pictures must differ in their id
        var stills = Enumerable.Range(0, FrameNumbers).Select(number => Sized(AvcStillPicture.Write(shape.Width, shape.Height, (uint)number))).ToArray();
        var samples = new byte[shape.Frames][];
        var keySamples = new List<int>();
        for (var frame = 0; frame < samples.Length; frame++)
        {
            var sinceKey = frame % KeyDistance;
            samples[frame] = sinceKey == 0 ? keys[frame / KeyDistance % 2] : stills[sinceKey % FrameNumbers];
            if (sinceKey == 0)
            {
                keySamples.Add(frame + 1);
            }
        }

        return new Track
        {
            Id = 1,
            Timescale = Track.MovieTimescale,
            SampleTicks = Track.MovieTimescale / ClipShape.FramesPerSecond,
            Samples = samples,
            KeySamples = [.. keySamples],
            Description = Description(shape),
            Width = shape.Width,
            Height = shape.Height,
        };
    }

    private static byte[] Key(ClipShape shape, Band[] bands, uint id) => Sized(AvcKeyPicture.Write(shape.Width, shape.Height, bands, id));

    private static byte[] Sized(byte[] unit) => Box.Join(Box.U32((uint)unit.Length), unit);

    private static byte[] Description(ClipShape shape)
    {
        var sequence = AvcHeaders.Sequence(shape.Width, shape.Height);
        var picture = AvcHeaders.Picture();
        var configuration = Box.Of(
            "avcC",
            [1, sequence[1], sequence[2], sequence[3], 0xFF, 0xE1],
            Box.U16((ushort)sequence.Length),
            sequence,
            [1],
            Box.U16((ushort)picture.Length),
            picture);
        return Box.Of(
            "avc1",
            Box.U16(0, 0, 0, 1),
            Box.Zeros(16),
            Box.U16((ushort)shape.Width, (ushort)shape.Height),
            Box.U32(0x480000, 0x480000, 0),
            Box.U16(1),
            Box.Zeros(32),
            Box.U16(24, 0xFFFF),
            configuration);
    }
}
