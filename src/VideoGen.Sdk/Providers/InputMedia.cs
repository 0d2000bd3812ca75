namespace VideoGen.Sdk.Providers;

/// <summary>One input as we hold it: a public address, or stored bytes.</summary>
public sealed record InputMedia
{
    /// <summary>What it is for.</summary>
    public required ReferenceRole Role { get; init; }

    /// <summary>MIME type; <c>application/octet-stream</c> when nobody knows.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>Public address; null when we hold the bytes.</summary>
    public Uri? Url { get; init; }

    /// <summary>Length in bytes; 0 for a public address.</summary>
    public long Bytes { get; init; }

    /// <summary>Lower-case hex SHA-256 of the bytes; null for a public address.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Opens the stored bytes; null for a public address. The caller disposes the stream.</summary>
    public Func<CancellationToken, Task<Stream>>? OpenReadAsync { get; init; }
}
