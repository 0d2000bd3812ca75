namespace VideoGen.Sdk.Assets;

/// <summary>Where files are kept. Bound from <c>VideoGeneration:Assets</c>.</summary>
public sealed class AssetOptions
{
    /// <summary>Folder of the file system store, made when missing; relative to the working folder. Default <c>assets</c>.</summary>
    public string Path { get; set; } = "assets";

    /// <summary>Whether the folder is one that every machine on the job store sees (a network share). Default false.</summary>
    public bool IsShared { get; set; }

    /// <summary>What <c>AssetRetention</c> removes, in any store. Default nothing.</summary>
    public RetentionRules Retention { get; set; } = new();
}
