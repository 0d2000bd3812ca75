namespace VideoGen.Sdk.Workflow;

/// <summary>What a comparison of the ledger with vendors found.</summary>
public sealed record ReconciliationReport
{
    /// <summary>How many attempts were compared with a vendor's word.</summary>
    public required int Compared { get; init; }

    /// <summary>The differences, by account and kind; empty when there is none.</summary>
    public required IReadOnlyList<ReconciliationFinding> Findings { get; init; }
}
