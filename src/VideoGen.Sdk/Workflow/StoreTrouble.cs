using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>What a run does when the store fails under it: waits, reads back what is really there, and goes on from that; nothing is assumed.</summary>
internal sealed partial class StoreTrouble(IJobStore store, TimeProvider timeProvider, ILogger<StoreTrouble> logger)
{
    private const int MaxInARow = 8;
    private const int MaxWhileStopping = 2;
    private static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(10);

    /// <summary>Whether it is worth waiting for the store. A process that is asked to stop does not wait for long: what is saved goes on elsewhere.</summary>
    public static bool IsWorthWaiting(StoreException e, int inARow, bool isStopping) => (e.IsTransient || e.IsCommitUnknown) && inARow < (isStopping ? MaxWhileStopping : MaxInARow);

    /// <summary>Waits, longer each time.</summary>
    public Task WaitAsync(string jobId, StoreException e, int inARow, CancellationToken cancellationToken)
    {
        LogTrouble(jobId, inARow, e);
        return Task.Delay(Backoff.Full(inARow, Ceiling), timeProvider, cancellationToken);
    }

    /// <summary>The job as it is in the store; null when it is not this owner's affair any more.</summary>
    public async Task<StoredJob?> ReadBackAsync(StoredJob last)
    {
        var found = await store.FindAsync(last.Job.Id, CancellationToken.None).ConfigureAwait(false);
        return found is { } stored && stored.Stamp.Epoch == last.Stamp.Epoch && (stored.Stamp.OwnerId is null || stored.Stamp.OwnerId == last.Stamp.OwnerId) ? stored : null;
    }

    [LoggerMessage(1302, LogLevel.Warning, "The store failed under job {JobId} ({InARow} in a row); it is asked again.")]
    private partial void LogTrouble(string jobId, int inARow, Exception exception);
}
