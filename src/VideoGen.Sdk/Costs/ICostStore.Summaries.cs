namespace VideoGen.Sdk.Costs;

public partial interface ICostStore
{
    /// <summary>Sums the lines of a stretch of time in every direction at once.</summary>
    /// <remarks>MUST equal the fold of <see cref="ListAsync"/> over the same stretch to the last millionth, and MUST see one state of the ledger. MUST NOT load the lines one by one where the store can add up itself.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is longer than 3,660 days.</exception>
    Task<LedgerSummary> SummariseAsync(LedgerSpan span, CancellationToken cancellationToken = default);

    /// <summary>Says how the jobs of a stretch of time went: successes, retries, failovers, duplicates and how long videos took.</summary>
    /// <remarks>MUST look at lines of the same job outside the stretch where a number needs it. MUST see one state of the ledger.</remarks>
    Task<LedgerRuns> SummariseRunsAsync(LedgerSpan span, CancellationToken cancellationToken = default);
}
