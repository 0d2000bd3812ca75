namespace VideoGen.Sdk.Costs;

/// <summary>One line of the append-only ledger.</summary>
public sealed record LedgerEntry
{
    /// <summary>Rises by time of writing; unique within the store.</summary>
    public required long Id { get; init; }

    /// <summary>When it was written (store's clock).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The attempt.</summary>
    public required AttemptKey Key { get; init; }

    /// <summary>What it says.</summary>
    public required LedgerEntryKind Kind { get; init; }

    /// <summary>USD, as the kind explains.</summary>
    public required decimal AmountUsd { get; init; }

    /// <summary>Provider name.</summary>
    public required string Provider { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    /// <summary>Model id.</summary>
    public required string Model { get; init; }

    /// <summary>Tenant; null without.</summary>
    public string? Tenant { get; init; }

    /// <summary>Campaign; null without.</summary>
    public string? Campaign { get; init; }

    /// <summary>Where a charge comes from; null for other kinds.</summary>
    public ChargeSource? Source { get; init; }

    /// <summary>Why, in words; null when the kind says it all.</summary>
    public string? Reason { get; init; }
}
