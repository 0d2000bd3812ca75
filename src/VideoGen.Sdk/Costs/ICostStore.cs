namespace VideoGen.Sdk.Costs;

/// <summary>The ledger, and the one atomic step that checks and holds money and slots.</summary>
/// <remarks>
/// Implementers MUST check all limits of a request and hold all of it in one atomic step, or hold nothing: across tasks, processes and machines no sum of
/// held and charged money passes a limit by a millionth, nor any count by one.
/// MUST make each operation durable before it returns, and repeatable: a second call of the same kind and key changes nothing and returns the first result.
/// MUST take time from the store's clock alone. MUST keep amounts exact to a millionth of a dollar.
/// MUST throw <see cref="StoreException"/> when the store cannot be read or written.
/// MUST be safe for use by many threads at once.
/// </remarks>
public interface ICostStore
{
    /// <summary>Checks every limit and holds the estimate, or holds nothing.</summary>
    Task<HoldResult> HoldAsync(HoldRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says for each request which limits stand in its way now, in the same order; holds nothing.</summary>
    Task<IReadOnlyList<IReadOnlyList<LimitRefusal>>> CheckAsync(IReadOnlyList<HoldRequest> requests, CancellationToken cancellationToken = default);

    /// <summary>Notes that the POST begins now: from here on, not from the hold, a submission counts in rolling windows.</summary>
    Task<AttemptLine> StartAsync(AttemptKey key, CancellationToken cancellationToken = default);

    /// <summary>Raises the hold to a higher amount at once, past any limit if need be; a lower amount changes nothing.</summary>
    Task<AttemptLine> RaiseAsync(AttemptKey key, decimal holdUsd, string reason, CancellationToken cancellationToken = default);

    /// <summary>Books what was really charged, ends the hold and gives the running place back. Books any amount, also past a limit.</summary>
    Task<AttemptLine> SettleAsync(AttemptKey key, Settlement settlement, CancellationToken cancellationToken = default);

    /// <summary>Ends the hold without a charge. <see cref="AttemptOutcome.NotSent"/> also gives the submission back to rolling windows; every other outcome keeps it counted.</summary>
    Task<AttemptLine> ReleaseAsync(AttemptKey key, AttemptOutcome outcome, string reason, CancellationToken cancellationToken = default);

    /// <summary>Notes that nobody knows the outcome. The money stays held; the running place is given back after the longest run, counted from the start.</summary>
    Task<AttemptLine> MarkUnverifiedAsync(AttemptKey key, string reason, CancellationToken cancellationToken = default);

    /// <summary>Notes that an unknown outcome became known and the job goes on; the hold stands as before.</summary>
    Task<AttemptLine> MarkVerifiedAsync(AttemptKey key, string remoteId, CancellationToken cancellationToken = default);

    /// <summary>Changes a booked charge to another amount by an entry of its own.</summary>
    Task<AttemptLine> CorrectAsync(AttemptKey key, decimal chargeUsd, ChargeSource source, string reason, CancellationToken cancellationToken = default);

    /// <summary>The line of an attempt; null when nothing was ever held for it.</summary>
    Task<AttemptLine?> FindAsync(AttemptKey key, CancellationToken cancellationToken = default);

    /// <summary>Lines in the order of their reservation.</summary>
    IAsyncEnumerable<AttemptLine> ListAsync(LedgerQuery query, CancellationToken cancellationToken = default);

    /// <summary>Entries in the order of their writing.</summary>
    IAsyncEnumerable<LedgerEntry> EntriesAsync(LedgerQuery query, CancellationToken cancellationToken = default);
}
