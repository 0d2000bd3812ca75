namespace VideoGen.Sdk.Providers;

/// <summary>One delivery as it came over the wire.</summary>
public sealed record CallbackDelivery
{
    /// <summary>The raw body; signatures cover these very bytes.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The headers; several values of one name joined by a comma. Names are compared without regard to case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>A header by name; null when absent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value
        : Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
