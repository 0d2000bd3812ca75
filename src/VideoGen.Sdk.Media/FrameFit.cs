namespace VideoGen.Sdk.Media;

/// <summary>How a picture of another shape comes into the frame.</summary>
public enum FrameFit
{
    /// <summary>The whole picture, with itself blurred behind it.</summary>
    BlurredBackground,

    /// <summary>The whole picture with black bars.</summary>
    Pad,

    /// <summary>The frame filled, the rest of the picture cut off.</summary>
    Crop,
}
