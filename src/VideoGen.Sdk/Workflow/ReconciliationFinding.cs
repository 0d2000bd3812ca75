using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Workflow;

/// <summary>One difference between the ledger and a vendor.</summary>
public sealed record ReconciliationFinding
{
    /// <summary>What kind.</summary>
    public required ReconciliationKind Kind { get; init; }

    /// <summary>Account, such as <c>kling/default</c>.</summary>
    public required string Account { get; init; }

    /// <summary>The attempt; null for what the ledger does not know, and for days.</summary>
    public AttemptKey? Attempt { get; init; }

    /// <summary>The vendor's id; null where none is known.</summary>
    public string? RemoteId { get; init; }

    /// <summary>The UTC day; null for single jobs.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>USD in the ledger: charged, or held where unverified.</summary>
    public decimal LedgerUsd { get; init; }

    /// <summary>USD by the vendor; null where it says none.</summary>
    public decimal? VendorUsd { get; init; }

    /// <summary>More, in words; null when the kind says it all.</summary>
    public string? Note { get; init; }
}
