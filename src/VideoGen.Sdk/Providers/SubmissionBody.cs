namespace VideoGen.Sdk.Providers;

/// <summary>The one paid request, ready to send. Kept with the intent, so that a replay sends the same bytes.</summary>
public sealed record SubmissionBody
{
    /// <summary>Our id.</summary>
    public required string ClientReference { get; init; }

    /// <summary>Which of the vendor's endpoints it is for; opaque to everyone else, handed back with <see cref="RemoteJob"/>.</summary>
    public required string Route { get; init; }

    /// <summary>MIME type of the bytes.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The vendor's idempotency key; null where the endpoint takes none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether the vendor states for this endpoint that the same key and bytes return the first job.</summary>
    public bool IsReplayable { get; init; }

    /// <summary>The model, for messages and metrics.</summary>
    public required string Model { get; init; }
}
