namespace VideoGen.Sdk.Providers.Runway;

/// <summary>How strict Runway is about pictures of known people.</summary>
public enum RunwayPublicFigureThreshold
{
    /// <summary>The vendor's own measure.</summary>
    Auto,

    /// <summary>Less strict.</summary>
    Low,
}
