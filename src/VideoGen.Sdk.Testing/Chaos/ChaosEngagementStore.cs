using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>An engagement store as one simulated process sees it.</summary>
/// <param name="inner">The store.</param>
/// <param name="process">The process.</param>
public sealed class ChaosEngagementStore(IEngagementStore inner, ChaosProcess process) : IEngagementStore
{
    /// <inheritdoc/>
    public Task<bool> SaveAsync(EngagementRecord record, CancellationToken cancellationToken = default) =>
        process.WriteAsync("engagement.Save", () => inner.SaveAsync(record, cancellationToken), ChaosJobStore.Fault);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EngagementRecord>> FindAsync(string jobId, CancellationToken cancellationToken = default)
    {
        process.MustLive();
        return inner.FindAsync(jobId, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<EngagementSummary> SummariseAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        process.MustLive();
        return inner.SummariseAsync(from, until, cancellationToken);
    }
}
