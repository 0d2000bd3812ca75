namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Where the account lives. Keys are bound to a region: elsewhere they are answered like a wrong key.</summary>
public enum KlingRegion
{
    /// <summary>Singapore.</summary>
    International,

    /// <summary>Beijing.</summary>
    China,
}
