namespace VideoGen.Sdk.Testing.Sandbox.Clips;

/// <summary>What a clip looks like from outside: two tasks of the same shape share one file.</summary>
internal readonly record struct ClipShape(int Width, int Height, decimal Seconds)
{
    public const int FramesPerSecond = 24;

    public int Frames => Math.Max(1, (int)Math.Round(Seconds * FramesPerSecond, MidpointRounding.AwayFromZero));

    /// <summary>The length the file really has, for vendors that settle by real duration.</summary>
    public decimal PlayedSeconds => decimal.Round((decimal)Frames / FramesPerSecond, 3);

    /// <summary>4:2:0 cannot carry an odd side, so sides go down to the next even number.</summary>
    public static ClipShape Of(int width, int height, decimal seconds) => new(width & ~1, height & ~1, seconds);

    /// <summary>Sides from the words vendors use: a ratio such as 9:16 and the length of the short side.</summary>
    public static ClipShape OfRatio(string ratio, int shortSide, decimal seconds)
    {
        var colon = ratio.IndexOf(':', StringComparison.Ordinal);
        var across = int.Parse(ratio.AsSpan(0, colon), provider: null);
        var down = int.Parse(ratio.AsSpan(colon + 1), provider: null);
        return across >= down
            ? Of((int)Math.Round((decimal)shortSide * across / down), shortSide, seconds)
            : Of(shortSide, (int)Math.Round((decimal)shortSide * down / across), seconds);
    }
}
