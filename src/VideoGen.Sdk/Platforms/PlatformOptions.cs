namespace VideoGen.Sdk.Platforms;

/// <summary>What is laid over the embedded platform catalogue. Bound from <c>VideoGeneration:Catalogue</c>.</summary>
public sealed class PlatformOptions
{
    /// <summary>A file in the form of the embedded <c>platforms.json</c>: the same ids are replaced, new ones come after. Default none.</summary>
    public string? PlatformsPath { get; set; }
}
