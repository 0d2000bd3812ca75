using System.Text.Json.Serialization;

namespace VideoGen.Sdk;

/// <summary>A picture, clip or sound that a request refers to. Files and bytes are copied into the asset store when the job is made, so the job outlives them.</summary>
public sealed record ReferenceMedia
{
    /// <summary>What it is for.</summary>
    public ReferenceRole Role { get; init; }

    /// <summary>Public address; the vendor fetches it itself. Exactly one of the sources is set.</summary>
    public Uri? Url { get; init; }

    /// <summary>Path of a local file, read once when the job is made.</summary>
    public string? FilePath { get; init; }

    /// <summary>The bytes themselves; never written into the job.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Id of a stored asset; what files and bytes become once the job exists.</summary>
    public string? AssetId { get; init; }

    /// <summary>MIME type; guessed from a file's ending when null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Lower-case hex SHA-256 of a stored asset's bytes.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Seconds that it plays, where that is known: some models charge for input seconds.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Refers to a public address.</summary>
    public static ReferenceMedia FromUrl(Uri url, ReferenceRole role = ReferenceRole.FirstFrame) => new() { Url = url, Role = role };

    /// <summary>Refers to a local file.</summary>
    public static ReferenceMedia FromFile(string path, ReferenceRole role = ReferenceRole.FirstFrame) => new() { FilePath = path, Role = role };

    /// <summary>Refers to bytes in memory.</summary>
    public static ReferenceMedia FromBytes(ReadOnlyMemory<byte> bytes, string contentType, ReferenceRole role = ReferenceRole.FirstFrame) =>
        new() { Bytes = bytes, ContentType = contentType, Role = role };
}
