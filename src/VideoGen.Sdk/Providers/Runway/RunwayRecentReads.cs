using System.Collections.Concurrent;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>
/// What was read of tasks within the last five seconds. Runway wants no second question in that time, and a cancel may only follow a reading that is no older.
/// Thread-safe; forgets by itself.
/// </summary>
internal sealed class RunwayRecentReads(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (long AskedAt, ProviderJobStatus Status)> reads = new(StringComparer.Ordinal);

    /// <summary>Stamped with the time of the question: the answer may have been on its way for long.</summary>
    public void Note(string id, long askedAt, ProviderJobStatus status)
    {
        foreach (var (old, read) in reads)
        {
            if (IsStale(read.AskedAt))
            {
                reads.TryRemove(old, out _);
            }
        }

        reads[id] = (askedAt, status);
    }

    public ProviderJobStatus? Find(string id) => reads.TryGetValue(id, out var read) && !IsStale(read.AskedAt) ? read.Status : null;

    private bool IsStale(long askedAt) => clock.GetElapsedTime(askedAt) >= Fresh;
}
