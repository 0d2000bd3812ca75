using VideoGen.Sdk;
using VideoGen.Sdk.Queue;

namespace QueueWorker;

/// <summary>Says when nothing is left to do soon: every job has ended, waits for a person, or is scheduled for more than ten minutes ahead. A vendor's Retry-After and the first look-up after a lost answer are schedules like any other.</summary>
internal sealed class IdleWatch(IVideoQueue queue)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FarAhead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="StoreException">The store has been out of reach for two minutes.</exception>
    public async Task UntilIdleAsync(CancellationToken cancellationToken)
    {
        using var next = new PeriodicTimer(Look, TimeProvider.System);
        var heard = TimeProvider.System.GetTimestamp();
        do
        {
            try
            {
                if (await IsIdleAsync(cancellationToken))
                {
                    return;
                }

                heard = TimeProvider.System.GetTimestamp();
            }
            catch (StoreException) when (TimeProvider.System.GetElapsedTime(heard) < Patience)
            {
                // A server that restarts is waited for; the workers wait for it too.
            }
        }
        while (await next.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<bool> IsIdleAsync(CancellationToken cancellationToken)
    {
        var counts = await queue.CountAsync(cancellationToken);
        return counts[VideoState.Queued] + counts[VideoState.Running] + counts[VideoState.Waiting] == 0
            && (counts[VideoState.Scheduled] == 0 || await AreAllFarAheadAsync(counts[VideoState.Scheduled], cancellationToken));
    }

    // A job that was counted and is not listed became due in between: somebody runs it now.
    private async Task<bool> AreAllFarAheadAsync(long counted, CancellationToken cancellationToken)
    {
        var listed = 0L;
        for (string? before = null; ;)
        {
            var page = await queue.ListAsync(new JobQuery { State = VideoState.Scheduled, BeforeId = before }, cancellationToken);
            if (page.Count == 0)
            {
                return listed >= counted;
            }

            if (page.Any(job => !(job.DueAt > TimeProvider.System.GetUtcNow() + FarAhead)))
            {
                return false;
            }

            (listed, before) = (listed + page.Count, page[^1].Id);
        }
    }
}
