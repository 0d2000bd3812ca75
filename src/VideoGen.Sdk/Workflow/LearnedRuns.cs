using System.Collections.Concurrent;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>How long vendors usually take, as the store has learned it from every process; read now and then, added to with each finished video. Safe for use by many threads at once.</summary>
internal sealed class LearnedRuns(IJobStore store, TimeProvider timeProvider)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    // A busy kind is learned from enough as it is; one row that everybody writes would hold others up.
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<RunKind, Known> kinds = new();

    /// <summary>The last run times of the attempt's kind in ascending order; empty while nothing is known.</summary>
    public async ValueTask<IReadOnlyList<TimeSpan>> OfAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var kind = RunKind.Of(attempt);
        var now = timeProvider.GetUtcNow();
        if (kinds.TryGetValue(kind, out var known) && now - known.ReadAt < Fresh)
        {
            return known.Sorted;
        }

        try
        {
            var read = new Known([.. (await store.GetRunTimesAsync(kind, cancellationToken).ConfigureAwait(false)).Order()], now, known?.AddedAt ?? DateTimeOffset.MinValue);
            kinds[kind] = read;
            return read.Sorted;
        }
        catch (StoreException)
        {
            // Whoever saves the job says what is wrong with the store; the catalogue's word does meanwhile.
            return known?.Sorted ?? [];
        }
    }

    /// <summary>Notes a run.</summary>
    public async Task AddAsync(Attempt attempt, TimeSpan took)
    {
        var kind = RunKind.Of(attempt);
        var now = timeProvider.GetUtcNow();
        if (kinds.TryGetValue(kind, out var known) && now - known.AddedAt < Gap)
        {
            return;
        }

        try
        {
            await store.AddRunTimeAsync(kind, took, CancellationToken.None).ConfigureAwait(false);
            // Read anew by whoever asks next; what was known stands in if that fails.
            kinds[kind] = new Known(known?.Sorted ?? [], DateTimeOffset.MinValue, now);
        }
        catch (StoreException)
        {
            // One time less to learn from; the video is what counts, and its own save says what is wrong.
        }
    }

    private sealed record Known(IReadOnlyList<TimeSpan> Sorted, DateTimeOffset ReadAt, DateTimeOffset AddedAt);
}
