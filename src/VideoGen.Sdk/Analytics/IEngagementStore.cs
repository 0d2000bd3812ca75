namespace VideoGen.Sdk.Analytics;

/// <summary>Keeps how videos did.</summary>
/// <remarks>
/// Implementers MUST keep one record per job and platform, the one that was measured last, whatever the order in which they come.
/// MUST make each record durable before the call returns, where the store is durable at all. MUST be safe for use by many threads at once.
/// MUST throw <see cref="StoreException"/> when the store cannot be read or written.
/// </remarks>
public interface IEngagementStore
{
    /// <summary>Keeps the record, unless one of the same job and platform was measured later; says whether it was kept.</summary>
    Task<bool> SaveAsync(EngagementRecord record, CancellationToken cancellationToken = default);

    /// <summary>The records of a job, by platform.</summary>
    Task<IReadOnlyList<EngagementRecord>> FindAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Sums the engagement of the videos made at or after <paramref name="from"/> and before <paramref name="until"/>. MUST add up in the store where it can, and see one state of it.</summary>
    Task<EngagementSummary> SummariseAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default);
}
