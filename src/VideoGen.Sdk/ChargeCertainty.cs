namespace VideoGen.Sdk;

/// <summary>Whether a failure cost money.</summary>
public enum ChargeCertainty
{
    /// <summary>Nothing was charged.</summary>
    None,

    /// <summary>It was charged all the same.</summary>
    Charged,

    /// <summary>Nobody knows; the money stays held.</summary>
    Unknown,
}
