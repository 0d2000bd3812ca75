using VideoGen.Sdk.QueueProofTests.Programs;
using VideoGen.Sdk.SampleTests;

namespace VideoGen.Sdk.QueueProofTests.Kills;

/// <summary>Three workers on one store, each killed so many times in the middle of its work and started again. The last ones work until nothing is left.</summary>
internal sealed class KilledWorkers(QueueProgram queue, int seed, int killsEach, TimeSpan patience)
{
    private int kills;

    /// <summary>How many were really killed.</summary>
    public int Kills => kills;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, 3).Select(worker => WorkAsync(new Random(seed + worker))));

    private async Task WorkAsync(Random random)
    {
        for (var left = killsEach; ; left--)
        {
            using var worker = queue.Work(concurrency: 3);
            if (left > 0 && await IsKilledAsync(worker, random))
            {
                Interlocked.Increment(ref kills);
                continue;
            }

            var end = await worker.EndAsync(patience);
            Assert.True(end.ExitCode == 0, end.ToString());
            return;
        }
    }

    // From the first submit on, early moments more often than late ones: a submit takes a second, waiting and downloading several.
    private static async Task<bool> IsKilledAsync(SampleRun worker, Random random)
    {
        await Task.WhenAny(worker.SaysAsync("Submitted to"), worker.Exit);
        return await worker.KillAfterAsync(TimeSpan.FromSeconds(7 * Math.Pow(random.NextDouble(), 2)));
    }
}
