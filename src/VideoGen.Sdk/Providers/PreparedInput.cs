namespace VideoGen.Sdk.Providers;

/// <summary>Where the vendor finds an input. Saved with the attempt and made again once it has expired.</summary>
public sealed record PreparedInput
{
    /// <summary>What it is for.</summary>
    public required ReferenceRole Role { get; init; }

    /// <summary>An address or id that the vendor understands; null when the bytes go inline.</summary>
    public string? Reference { get; init; }

    /// <summary>MIME type.</summary>
    public string? ContentType { get; init; }

    /// <summary>When the vendor forgets it; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
