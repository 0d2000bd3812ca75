namespace VideoGen.Sdk.Media;

/// <summary>How a picture of another shape comes into the frame.</summary>
public enum FrameFit
{
    /// <summary>The whole picture, with itself blurred behind it.</summary>
    BlurredBackground,

    /// <summary>The whole picture with black bars.</summary>
    Pad,

    /// <summary>The frame filled, the rest of the picture cut off evenly on both sides.</summary>
    Crop,

    /// <summary>The frame filled with the part in which most happens: the cut follows faces, movement and what stands out, shot by shot.</summary>
    SmartCrop,
}
