namespace VideoGen.Sdk.Costs;

/// <summary>The ledger, and the one atomic step that checks and holds money and slots.</summary>
/// <remarks>
/// Implementers MUST check all limits of a request and hold all of it in one atomic step, or hold nothing: across tasks, processes and machines no sum of
/// held and charged money passes a limit by a millionth, nor any count by one.
/// MUST make each operation durable before it returns, and repeatable: a call that finds its work already done changes nothing and returns the line as it stands.
/// MUST take time from the store's clock alone. MUST keep amounts exact to a millionth of a dollar, rounding smaller fractions up.
/// MUST let a price of 0 USD pass every limit in USD: it adds nothing to any sum. MUST NOT count or check a limit of a scope that the attempt is not in.
/// MUST refuse an amount below 0, or above 1,000,000,000 USD, with <see cref="ArgumentOutOfRangeException"/>, and an attempt that was never held with <see cref="InvalidOperationException"/>.
/// MUST keep what is charged: once booked, only <see cref="CorrectAsync"/> changes a line, and <see cref="SettleAsync"/> what was booked before its outcome was known. MUST book a charge also after a release.
/// MUST throw <see cref="StoreException"/> when the store cannot be read or written.
/// MUST be safe for use by many threads at once.
/// </remarks>
public partial interface ICostStore
{
    /// <summary>Checks every limit and holds the estimate, or holds nothing. An attempt is held once: asked again, also after its end, the line comes back as it stands.</summary>
    Task<HoldResult> HoldAsync(HoldRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says for each request which limits stand in its way now, in the same order; holds nothing.</summary>
    Task<IReadOnlyList<IReadOnlyList<LimitRefusal>>> CheckAsync(IReadOnlyList<HoldRequest> requests, CancellationToken cancellationToken = default);

    /// <summary>
    /// Notes that the POST begins now. A submission counts in rolling and calendar windows from here on; a hold whose POST is still to come counts too, however old it is,
    /// for it may be posted at any moment. An end other than <see cref="AttemptOutcome.NotSent"/>, or doubt, without a noted start counts as started when it was told.
    /// </summary>
    /// <exception cref="InvalidOperationException">The hold was ended by someone else: nothing may be sent.</exception>
    Task<AttemptLine> StartAsync(AttemptKey key, CancellationToken cancellationToken = default);

    /// <summary>Raises the hold to a higher amount at once, past any limit if need be; a lower amount changes nothing.</summary>
    Task<AttemptLine> RaiseAsync(AttemptKey key, decimal holdUsd, string reason, CancellationToken cancellationToken = default);

    /// <summary>
    /// Books what was really charged, ends the hold and gives the running place back. Books any amount, also past a limit. What was booked with <see cref="AttemptOutcome.Unknown"/> takes the outcome
    /// (unless that is <see cref="AttemptOutcome.NotSent"/>), length and flag from it; what was only <see cref="ChargeSource.Presumed"/> is besides corrected to its amount, by an entry of its own.
    /// </summary>
    Task<AttemptLine> SettleAsync(AttemptKey key, Settlement settlement, CancellationToken cancellationToken = default);

    /// <summary>Ends the hold without a charge. <see cref="AttemptOutcome.NotSent"/> also gives the submission back to every window; every other outcome keeps it counted.</summary>
    Task<AttemptLine> ReleaseAsync(AttemptKey key, AttemptOutcome outcome, string reason, CancellationToken cancellationToken = default);

    /// <summary>Ends a hold whose POST never began, and gives its submission back. Changes nothing unless the attempt is still Reserved, not started and of this client reference:
    /// an owner that slept must not free what a later owner spends.</summary>
    Task<AttemptLine> WithdrawAsync(AttemptKey key, string clientReference, string reason, CancellationToken cancellationToken = default);

    /// <summary>Notes that nobody knows the outcome. The money stays held; the running place is given back after the longest run, counted from the start.</summary>
    Task<AttemptLine> MarkUnverifiedAsync(AttemptKey key, string reason, CancellationToken cancellationToken = default);

    /// <summary>Notes that an unknown outcome became known and the job goes on; the hold stands as before, and the running place is taken again.</summary>
    Task<AttemptLine> MarkVerifiedAsync(AttemptKey key, string remoteId, CancellationToken cancellationToken = default);

    /// <summary>Changes a booked charge, or a release, to another charge by an entry of its own.</summary>
    /// <exception cref="InvalidOperationException">The attempt is still open; settle it instead.</exception>
    Task<AttemptLine> CorrectAsync(AttemptKey key, decimal chargeUsd, ChargeSource source, string reason, CancellationToken cancellationToken = default);

    /// <summary>The line of an attempt; null when nothing was ever held for it.</summary>
    Task<AttemptLine?> FindAsync(AttemptKey key, CancellationToken cancellationToken = default);

    /// <summary>Lines in the order of their reservation.</summary>
    IAsyncEnumerable<AttemptLine> ListAsync(LedgerQuery query, CancellationToken cancellationToken = default);

    /// <summary>Entries in the order of their writing.</summary>
    IAsyncEnumerable<LedgerEntry> EntriesAsync(LedgerQuery query, CancellationToken cancellationToken = default);
}
