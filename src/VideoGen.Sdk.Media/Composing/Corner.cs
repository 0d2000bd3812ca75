namespace VideoGen.Sdk.Media.Composing;

/// <summary>A corner of the frame.</summary>
public enum Corner
{
    /// <summary>Top left.</summary>
    TopLeft,

    /// <summary>Top right.</summary>
    TopRight,

    /// <summary>Bottom left.</summary>
    BottomLeft,

    /// <summary>Bottom right.</summary>
    BottomRight,
}
