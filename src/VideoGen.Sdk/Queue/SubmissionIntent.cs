namespace VideoGen.Sdk.Queue;

/// <summary>The promise, saved before the POST, that a POST may follow. Kept with its bytes, so that a replay sends the same.</summary>
public sealed record SubmissionIntent
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }

    /// <summary>Number of the attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>Our id at the vendor; unique over all intents.</summary>
    public required string ClientReference { get; init; }

    /// <summary>Provider name.</summary>
    public required string Provider { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    /// <summary>Model id.</summary>
    public required string Model { get; init; }

    /// <summary>The endpoint.</summary>
    public required string Route { get; init; }

    /// <summary>MIME type of the body.</summary>
    public required string ContentType { get; init; }

    /// <summary>The body.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The vendor's idempotency key; null without.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether the vendor's text allows a replay under the key.</summary>
    public bool IsReplayable { get; init; }

    /// <summary>When it was saved (store's clock); set by the store.</summary>
    public DateTimeOffset SavedAt { get; init; }
}
