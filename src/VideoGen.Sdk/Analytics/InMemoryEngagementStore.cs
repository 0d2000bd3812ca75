namespace VideoGen.Sdk.Analytics;

/// <summary>Engagement in the memory of this process, gone with it. Safe for use by many threads at once; costs nothing.</summary>
public sealed class InMemoryEngagementStore : IEngagementStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<string, EngagementRecord>> records = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<bool> SaveAsync(EngagementRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (gate)
        {
            if (!records.TryGetValue(record.JobId, out var ofJob))
            {
                records.Add(record.JobId, ofJob = new SortedDictionary<string, EngagementRecord>(StringComparer.Ordinal));
            }

            if (ofJob.TryGetValue(record.Platform, out var known) && known.MeasuredAt > record.MeasuredAt)
            {
                return Task.FromResult(false);
            }

            ofJob[record.Platform] = record;
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EngagementRecord>> FindAsync(string jobId, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<EngagementRecord>>(records.TryGetValue(jobId, out var ofJob) ? [.. ofJob.Values] : []);
        }
    }

    /// <inheritdoc/>
    public Task<EngagementSummary> SummariseAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return Task.FromResult(EngagementSummary.Of(records.Values.SelectMany(ofJob => ofJob.Values)
                .Where(record => record.MadeAt >= from && record.MadeAt < until)
                .Select(record => new EngagementSum(record.Provider, record.Platform, record.Tags, 1, record.Counts))));
        }
    }
}
