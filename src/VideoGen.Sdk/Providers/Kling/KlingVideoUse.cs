namespace VideoGen.Sdk.Providers.Kling;

/// <summary>What a source clip is for (Omni models).</summary>
public enum KlingVideoUse
{
    /// <summary>It is edited or carried on.</summary>
    Base,

    /// <summary>Its style or movement is followed; the clip is then silent and may have several shots.</summary>
    Feature,
}
