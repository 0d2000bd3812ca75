namespace VideoGen.Sdk.Providers.Runway;

/// <summary>How the model rewrites the prompt before it generates.</summary>
public enum RunwayPromptExpansion
{
    /// <summary>The prompt stays as written.</summary>
    Disabled,

    /// <summary>A short rewrite; the vendor's default.</summary>
    Balanced,

    /// <summary>A longer one that takes more time.</summary>
    Quality,
}
