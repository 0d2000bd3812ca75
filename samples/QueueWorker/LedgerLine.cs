using VideoGen.Sdk.Costs;

namespace QueueWorker;

/// <summary>What the ledger says of one attempt.</summary>
internal sealed record LedgerLine(string JobId, int Attempt, string Provider, string ClientReference, string? RemoteId, string State, string? Outcome, decimal ReservedUsd, decimal ChargedUsd)
{
    // While nobody knows the outcome, the ledger waits for one; to a reader that is the outcome Unknown.
    public static LedgerLine Of(AttemptLine line) => new(
        line.Key.JobId,
        line.Key.Number,
        line.Provider,
        line.ClientReference,
        line.RemoteId,
        line.State.ToString(),
        (line.Outcome ?? (line.State == LineState.Unverified ? AttemptOutcome.Unknown : null))?.ToString(),
        Usd.Short(line.ReservedUsd),
        Usd.Short(line.ChargedUsd));
}
