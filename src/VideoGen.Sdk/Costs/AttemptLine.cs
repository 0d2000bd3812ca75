namespace VideoGen.Sdk.Costs;

/// <summary>What the ledger says of one attempt: the fold of its entries.</summary>
public sealed record AttemptLine
{
    /// <summary>The attempt.</summary>
    public required AttemptKey Key { get; init; }

    /// <summary>Our id at the vendor.</summary>
    public required string ClientReference { get; init; }

    /// <summary>The vendor's id, once known.</summary>
    public string? RemoteId { get; init; }

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

    /// <summary>Tags of the request.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How the money stands.</summary>
    public required LineState State { get; init; }

    /// <summary>How the attempt ended; null while open.</summary>
    public AttemptOutcome? Outcome { get; init; }

    /// <summary>USD held now; 0 once charged or released.</summary>
    public decimal ReservedUsd { get; init; }

    /// <summary>USD charged.</summary>
    public decimal ChargedUsd { get; init; }

    /// <summary>Playing time: what was asked for, once settled what was delivered where the vendor states it. Null when nobody said.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>When it was held (store's clock); decides the day and month in which hold and charge count.</summary>
    public required DateTimeOffset ReservedAt { get; init; }

    /// <summary>When its POST began, or at the latest can have begun when that was not noted; null before, and when no byte was sent.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was charged or released; null before.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Where the charge comes from; null while not charged.</summary>
    public ChargeSource? Source { get; init; }

    /// <summary>What is odd about it, in words; null when nothing.</summary>
    public string? Flag { get; init; }
}
