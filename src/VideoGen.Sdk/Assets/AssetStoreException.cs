namespace VideoGen.Sdk.Assets;

/// <summary>An asset cannot be written or read.</summary>
public sealed class AssetStoreException : VideoGenerationException
{
    /// <summary>Makes one without facts.</summary>
    public AssetStoreException()
    {
    }

    /// <summary>Makes one with a message.</summary>
    public AssetStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and its cause.</summary>
    public AssetStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The asset concerned.</summary>
    public string? AssetId { get; init; }

    /// <summary>The folder or file concerned, for stores on a file system.</summary>
    public string? Path { get; init; }
}
