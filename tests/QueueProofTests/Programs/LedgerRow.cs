namespace VideoGen.Sdk.QueueProofTests.Programs;

/// <summary>A line that <c>ledger --json</c> prints.</summary>
internal sealed record LedgerRow(string JobId, int Attempt, string Provider, string ClientReference, string? RemoteId, string State, string? Outcome, decimal ReservedUsd, decimal ChargedUsd)
{
    /// <summary>The most that the vendor may have taken for it.</summary>
    public decimal MostUsd => ReservedUsd + ChargedUsd;

    /// <summary>Whether an unnamed charge of its vendor may be its own.</summary>
    public bool IsUnknown => Outcome == "Unknown" && RemoteId is null;
}
