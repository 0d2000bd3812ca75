namespace VideoGen.Sdk;

/// <summary>An exact picture: pixels and, if it matters, frames per second.</summary>
public sealed record VideoFormat
{
    /// <summary>Pixels across, even and above zero.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels down, even and above zero.</summary>
    public required int Height { get; init; }

    /// <summary>Frames per second; null takes what the model makes.</summary>
    public decimal? FramesPerSecond { get; init; }

    /// <summary>The shape of these pixels.</summary>
    public AspectRatio AspectRatio => new(Width, Height);

    /// <summary>The shorter side as a resolution.</summary>
    public VideoResolution Resolution => new(Math.Min(Width, Height));
}
