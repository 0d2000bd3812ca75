using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Benchmarks.Queue;

/// <summary>Enqueue and claim in memory, beside a channel and a priority queue under a lock, which keep neither leases nor versions nor tenants.</summary>
[MemoryDiagnoser]
public class MemoryQueueBenchmarks
{
    private const int Jobs = 1_600;

    private NewJob[] jobs = [];

    [Params(16, 64)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Make() => jobs = [.. Enumerable.Range(0, Jobs).Select(i => new NewJob { Job = QueueJob.Of(i), Fingerprint = "v1:none" })];

    [Benchmark(OperationsPerInvoke = Jobs)]
    public async Task<int> Store()
    {
        var store = new InMemoryJobStore(TimeProvider.System);
        await store.RegisterOwnerAsync(QueueJob.Owner("a"));
        foreach (var job in jobs)
        {
            await store.CreateAsync(job);
        }

        var claim = new JobClaim { OwnerId = "a", Max = Batch };
        var claimed = 0;
        while (claimed < Jobs)
        {
            claimed += (await store.ClaimAsync(claim)).Count;
        }

        return claimed;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Jobs)]
    public async Task<int> Channel_and_priority_queue()
    {
        var channel = Channel.CreateUnbounded<NewJob>();
        var queue = new PriorityQueue<NewJob, int>();
        var gate = new Lock();
        foreach (var job in jobs)
        {
            await channel.Writer.WriteAsync(job);
        }

        var claimed = 0;
        while (channel.Reader.TryRead(out var job))
        {
            lock (gate)
            {
                queue.Enqueue(job, claimed++);
                queue.Dequeue();
            }
        }

        return claimed;
    }
}
