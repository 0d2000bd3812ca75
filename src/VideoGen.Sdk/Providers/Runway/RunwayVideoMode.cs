namespace VideoGen.Sdk.Providers.Runway;

/// <summary>What a given clip is used for.</summary>
public enum RunwayVideoMode
{
    /// <summary>A new clip guided by it.</summary>
    Reference,

    /// <summary>It is carried on in its own shape.</summary>
    Extend,

    /// <summary>It is changed in place, at its own length and shape; Runway holds the price of the longest clip at first.</summary>
    Edit,
}
