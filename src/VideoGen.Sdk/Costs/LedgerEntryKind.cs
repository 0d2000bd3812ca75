namespace VideoGen.Sdk.Costs;

/// <summary>What an entry of the ledger says. Entries are only ever added.</summary>
public enum LedgerEntryKind
{
    /// <summary>Money was held.</summary>
    Reserved,

    /// <summary>The hold grew by the amount.</summary>
    Raised,

    /// <summary>The amount was charged; the hold ended.</summary>
    Charged,

    /// <summary>The hold ended without a charge.</summary>
    Released,

    /// <summary>The outcome of the held amount became unknown.</summary>
    Unverified,

    /// <summary>An unknown outcome became known; the hold goes on.</summary>
    Verified,

    /// <summary>The charge changed by the amount, which may be negative.</summary>
    Corrected,
}
