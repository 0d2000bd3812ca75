namespace VideoGen.Sdk.Http;

/// <summary>One call to a vendor. Headers are given per call, so a rotated key takes effect at once.</summary>
public sealed record VendorRequest
{
    /// <summary>The verb.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Path below the account's base URL, or an absolute address of an origin that may be given the key.</summary>
    public required string Address { get; init; }

    /// <summary>Headers, keys among them. Their values never appear in a message.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The bytes to send; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>MIME type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Content in place of <see cref="Body"/>, for uploads that are not held in memory. Sent once and disposed.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>A call that reads.</summary>
    public static VendorRequest Get(string address, params IReadOnlyList<KeyValuePair<string, string>> headers) =>
        new() { Method = HttpMethod.Get, Address = address, Headers = headers };

    /// <summary>A call that writes these bytes.</summary>
    public static VendorRequest Post(string address, ReadOnlyMemory<byte> body, params IReadOnlyList<KeyValuePair<string, string>> headers) =>
        new() { Method = HttpMethod.Post, Address = address, Body = body, Headers = headers };
}
