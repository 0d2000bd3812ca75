namespace VideoGen.Sdk.Providers;

/// <summary>What a delivery says. The ids of an unsigned one are hearsay.</summary>
public sealed record CallbackReading
{
    /// <summary>How far to trust it.</summary>
    public required CallbackVerdict Verdict { get; init; }

    /// <summary>
    /// Whether the signature also proves that the delivery is about a job of this account. Default true. False where a vendor signs for all its customers alike: then a verified delivery ends a wait,
    /// but binds a remote id that was unknown only after the vendor, asked with the account's key, has shown it.
    /// </summary>
    public bool IsAccountProven { get; init; } = true;

    /// <summary>Why it was refused, counts as unsigned, or does not prove the account; for the log, carries no secret.</summary>
    public string? Reason { get; init; }

    /// <summary>The vendor's id of the event, constant over redeliveries; null where it has none.</summary>
    public string? EventId { get; init; }

    /// <summary>The vendor's id of the job.</summary>
    public string? RemoteId { get; init; }

    /// <summary>What <see cref="RemoteId"/> names, in the vendor folder's own word; null where the vendor has ids of one kind only.</summary>
    internal string? RemoteIdKind { get; init; }

    /// <summary>Our client reference as the vendor echoes it.</summary>
    public string? ClientReference { get; init; }

    /// <summary>How the job stands by this delivery; null where it does not say. Deliveries may arrive out of order.</summary>
    public ProviderJobState? State { get; init; }

    /// <summary>When the vendor says that it came to this state; an older delivery than the known one is stale.</summary>
    public DateTimeOffset? StateAt { get; init; }

    /// <summary>A delivery that is not to be believed.</summary>
    public static CallbackReading Refuse(string reason) => new() { Verdict = CallbackVerdict.Refused, Reason = reason };
}
