namespace QueueWorker;

/// <summary>The answer of <c>status</c>.</summary>
internal sealed record Status(IReadOnlyDictionary<string, long> Jobs, LedgerSums Ledger);
