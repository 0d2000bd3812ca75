namespace QueueWorker;

/// <summary>What all attempts add up to. What is unverified is not counted as reserved once more.</summary>
internal sealed record LedgerSums(decimal ReservedUsd, decimal ChargedUsd, decimal UnverifiedUsd);
