namespace VideoGen.Sdk.Assets;

/// <summary>What was measured of a video file.</summary>
public sealed record MediaFacts
{
    /// <summary>Playing time.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Pixels across, as displayed (rotation applied).</summary>
    public required int Width { get; init; }

    /// <summary>Pixels down, as displayed (rotation applied).</summary>
    public required int Height { get; init; }

    /// <summary>Frames per second.</summary>
    public decimal FramesPerSecond { get; init; }

    /// <summary>Video codec, such as <c>h264</c>.</summary>
    public required string VideoCodec { get; init; }

    /// <summary>Audio codec, such as <c>aac</c>; null without sound.</summary>
    public string? AudioCodec { get; init; }

    /// <summary>Length in bytes.</summary>
    public long Bytes { get; init; }
}
