namespace VideoGen.Sdk;

/// <summary>A file that we keep.</summary>
public sealed record VideoAsset
{
    /// <summary>Its id in the asset store.</summary>
    public required string Id { get; init; }

    /// <summary>Where it lies: a <c>file:</c> address or the object store's.</summary>
    public required Uri Location { get; init; }

    /// <summary>MIME type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Lower-case hex SHA-256 of the bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Playing time, where it was measured.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Pixels across, where measured.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels down, where measured.</summary>
    public int? Height { get; init; }

    /// <summary>The local path, or null when the store is not a file system.</summary>
    public string? LocalPath => Location is { IsAbsoluteUri: true, IsFile: true } ? Location.LocalPath : null;
}
