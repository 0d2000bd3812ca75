using VideoGen.Sdk.Queue;
using VideoGen.Sdk.QueueProofTests.Programs;
using VideoGen.Sdk.SampleTests;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>A worker that is stopped for longer than its lease while another takes its job, and goes on as if nothing had been.</summary>
internal sealed class FrozenWorker(QueueProgram queue, StoreView view) : IDisposable
{
    // The usual deadline: the look-up comes after the frozen one has woken, or has not when a test says so.
    private static readonly (string, string)[] Times = [("VideoGeneration__Lease", "00:00:03"), ("VideoGeneration__SubmitDeadline", "00:00:10"), ("VideoGeneration__LookupMargin", "00:00:03")];

    private readonly SampleRun worker = queue.Work(concurrency: 1, Times);
    private SampleRun? heir;

    public Task FreezeAsync() => worker.SignalAsync("STOP");

    /// <summary>Freezes it, but not in the middle of a write: a frozen process that has a whole file locked holds up everybody, and there is nothing to see.</summary>
    public async Task FreezeBetweenWritesAsync(Func<bool> isStoreFree)
    {
        for (var tries = 1; ; tries++)
        {
            await FreezeAsync();
            if (isStoreFree())
            {
                return;
            }

            Assert.True(tries < 20, "It was in the middle of a write each time.");
            await WakeAsync();
        }
    }

    public Task WakeAsync() => worker.SignalAsync("CONT");

    /// <summary>Starts another worker and waits until it has the job.</summary>
    public async Task BeInheritedAsync(string jobId)
    {
        var owner = (await view.Jobs.FindAsync(jobId))!.Stamp.OwnerId;
        Assert.NotNull(owner);
        heir = queue.Work(concurrency: 1, Times);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while ((await view.Jobs.FindAsync(jobId))!.Stamp.OwnerId == owner)
        {
            await look.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Waits for the end of the other one.</summary>
    public Task HeirEndsAsync() => EndsAsync(heir!);

    /// <summary>Waits for the end of both.</summary>
    public async Task EndAsync()
    {
        await EndsAsync(heir!);
        await EndsAsync(worker);
    }

    public void Dispose()
    {
        worker.Dispose();
        heir?.Dispose();
    }

    private static async Task EndsAsync(SampleRun run)
    {
        var end = await run.EndAsync();
        Assert.True(end.ExitCode == 0, end.ToString());
    }
}
