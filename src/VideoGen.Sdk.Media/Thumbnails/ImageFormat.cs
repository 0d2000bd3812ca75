namespace VideoGen.Sdk.Media.Thumbnails;

/// <summary>How a still is written.</summary>
public enum ImageFormat
{
    /// <summary>JPEG: small, what every platform takes as a cover.</summary>
    Jpeg,

    /// <summary>PNG: without loss, large.</summary>
    Png,

    /// <summary>WebP: smaller than JPEG; the only one that can move.</summary>
    WebP,
}
