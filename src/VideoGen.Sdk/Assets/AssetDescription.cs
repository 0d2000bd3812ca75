namespace VideoGen.Sdk.Assets;

/// <summary>What is known of an asset before its bytes are.</summary>
public sealed record AssetDescription
{
    /// <summary>Id to save under: <c>[a-z0-9._-]</c>, 1 to 120 characters, beginning with a letter or digit.</summary>
    public required string Id { get; init; }

    /// <summary>MIME type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Playing time, where measured.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Pixels across, where measured.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels down, where measured.</summary>
    public int? Height { get; init; }
}
