namespace VideoGen.Sdk.Workflow;

/// <summary>How ledger and vendor differ.</summary>
public enum ReconciliationKind
{
    /// <summary>The vendor charged a job that the ledger does not know.</summary>
    MissingInLedger,

    /// <summary>The ledger has a charge that the vendor's complete list does not.</summary>
    MissingAtVendor,

    /// <summary>Both have it, with different amounts.</summary>
    AmountDiffers,

    /// <summary>Money is held unverified, or was only presumed charged, and the vendor now says what it took.</summary>
    UnverifiedResolved,

    /// <summary>The sums of a whole UTC day differ, where the vendor tells no more. Other users of the account count there too.</summary>
    DayDiffers,

    /// <summary>It could not be compared; the note says why.</summary>
    NotCompared,
}
