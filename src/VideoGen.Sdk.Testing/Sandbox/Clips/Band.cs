namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>One stripe of colour in the test picture, in the video's own Y, Cb and Cr.</summary>
internal readonly record struct Band(int Luma, int Blue, int Red)
{
    private const int Count = 8;

    /// <summary>Eight stripes from dark to light; the hue comes from the shape, so that clips are told apart at a glance.</summary>
    public static Band[] Of(ClipShape shape)
    {
        var turn = ((shape.Width * 7) + (shape.Height * 13) + (int)(shape.Seconds * 29)) % 360;
        var bands = new Band[Count];
        for (var index = 0; index < Count; index++)
        {
            var angle = (turn + (index * 18)) * Math.PI / 180;
            bands[index] = new Band(50 + (index * 20), 128 + (int)(52 * Math.Cos(angle)), 128 + (int)(52 * Math.Sin(angle)));
        }

        return bands;
    }
}
