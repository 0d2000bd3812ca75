namespace VideoGen.Sdk.Media.Composing;

/// <summary>One thing that is shown in its turn.</summary>
public abstract record CompositionPart
{
    private CompositionPart()
    {
    }

    /// <summary>A video, or a piece of it, at any pace.</summary>
    /// <param name="Path">Local MP4, MOV, MKV or WebM.</param>
    public sealed record Clip(string Path) : CompositionPart
    {
        /// <summary>Where it begins in the file. Default: at the beginning.</summary>
        public TimeSpan From { get; init; }

        /// <summary>How much of the file is taken, measured in the file's own time; null takes the rest.</summary>
        public TimeSpan? Length { get; init; }

        /// <summary>How many times faster it plays, 0.25 to 4, at the same pitch. Default 1.</summary>
        public decimal Speed { get; init; } = 1;
    }

    /// <summary>A picture that stands still.</summary>
    /// <param name="Path">Local PNG, JPEG or WebP.</param>
    /// <param name="Length">How long it is shown; above zero, at most 10 minutes.</param>
    public sealed record StillImage(string Path, TimeSpan Length) : CompositionPart;

    /// <summary>Two videos beside each other, to compare them; the shorter one's last frame is held. The sound is the left one's, or the right one's where the left has none.</summary>
    /// <param name="Left">Local video.</param>
    /// <param name="Right">Local video.</param>
    public sealed record SideBySide(string Left, string Right) : CompositionPart
    {
        /// <summary>Words over the left one, such as <c>A</c>; null writes none.</summary>
        public string? LeftLabel { get; init; }

        /// <summary>Words over the right one; null writes none.</summary>
        public string? RightLabel { get; init; }
    }
}
