using System.Threading.Channels;

namespace VideoGen.Sdk.Peers.Ours;

/// <summary>The least that a queue in memory can be: a channel that wakes, and a priority queue under a lock. No leases, no tenants, no versions.</summary>
internal static class RawMemory
{
    public static Task<Rate> EnqueueAndClaimAsync(int jobs, int callers)
    {
        var gate = new Lock();
        var queue = new PriorityQueue<VideoRequest, (int Priority, long Number)>();
        var channel = Channel.CreateUnbounded<int>();
        var requests = Enumerable.Range(0, jobs).Select(_ => new VideoRequest { Prompt = "a lighthouse in the rain" }).ToArray();
        var next = -1;
        return Rate.OfAsync(jobs, callers, async _ =>
        {
            for (var number = Interlocked.Increment(ref next); number < jobs; number = Interlocked.Increment(ref next))
            {
                lock (gate)
                {
                    queue.Enqueue(requests[number], (0, number));
                }

                await channel.Writer.WriteAsync(1);
                await channel.Reader.ReadAsync();
                lock (gate)
                {
                    queue.Dequeue();
                }
            }
        });
    }
}
