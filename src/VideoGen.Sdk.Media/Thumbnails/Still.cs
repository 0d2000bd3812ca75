namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>What is shown of a video.</summary>
public abstract record Still
{
    private Still()
    {
    }

    /// <summary>The best of the first minute's frames: neither black nor white, sharp, and not in the middle of a fade or dissolve, where there is such a one.</summary>
    public sealed record BestFrame : Still;

    /// <summary>The frame at a time; the last one when the video ends before.</summary>
    /// <param name="Time">From the beginning.</param>
    public sealed record FrameAt(TimeSpan Time) : Still;

    /// <summary>Frames from all over the video in one picture, row by row.</summary>
    /// <param name="Columns">1 to 20.</param>
    /// <param name="Rows">1 to 20.</param>
    public sealed record ContactSheet(int Columns = 4, int Rows = 4) : Still;

    /// <summary>A few seconds that move, without sound, for ever. WebP only.</summary>
    /// <param name="From">Where it begins.</param>
    /// <param name="Length">How long it is; above zero, at most 30 s.</param>
    /// <param name="FramesPerSecond">1 to 30.</param>
    public sealed record MovingPreview(TimeSpan From, TimeSpan Length, int FramesPerSecond = 10) : Still;
}
