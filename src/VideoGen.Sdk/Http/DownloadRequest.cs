namespace VideoGen.Sdk.Http;

/// <summary>Which output to open, and from where.</summary>
public sealed record DownloadRequest
{
    /// <summary>The link, as it came or as the account's own path.</summary>
    public required Uri Address { get; init; }

    /// <summary>First byte wanted; above 0 asks for a range.</summary>
    public long Offset { get; init; }

    /// <summary>The strong entity tag of the file whose first bytes are here. A range is then asked for under the condition that the file still has it (<c>If-Range</c>); a host whose file changed sends the whole.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Headers for the account's own origin, the key among them. Never sent to any other host, and gone for good after the first redirect away.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> OwnOriginHeaders { get; init; } = [];

    /// <summary>Headers for every host, such as a user agent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
