namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>The still that was written.</summary>
public sealed record StillResult
{
    /// <summary>The time of its (first) frame in the video.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>How it was written.</summary>
    public required ImageFormat Format { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Bytes { get; init; }
}
