namespace VideoGen.Sdk.Media.Composing;

/// <summary>A picture in a corner of the whole video.</summary>
/// <param name="Path">Local PNG, JPEG or WebP; what is transparent in it stays so.</param>
public sealed record LogoMark(string Path)
{
    /// <summary>Where it stands. Default top right.</summary>
    public Corner Corner { get; init; } = Corner.TopRight;

    /// <summary>Its width as a share of the frame's, 0.01 to 1. Default 0.16.</summary>
    public double Width { get; init; } = 0.16;

    /// <summary>How much of it can be seen, 0 to 1. Default 0.85.</summary>
    public double Opacity { get; init; } = 0.85;

    /// <summary>Its distance from both edges as a share of the frame's shorter side, 0 to 0.5. Default 0.04.</summary>
    public double Margin { get; init; } = 0.04;
}
