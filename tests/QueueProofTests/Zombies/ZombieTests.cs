using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.QueueProofTests.Programs;
using VideoGen.Sdk.SampleTests;
using VideoGen.Sdk.Testing;
using VideoGen.Sdk.Testing.Sandbox;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>A process that was stopped for longer than its lease and goes on: it pays nothing, and what it has paid for is not lost.</summary>
public abstract class ZombieTests : IDisposable
{
    private const int MostTries = 5;

    private readonly TemporaryFolder folder = new();

    protected string At(string name) => folder.At(name);

    private protected async Task Woken_before_the_POST_it_sends_nothing_and_the_job_is_paid_once(ProofStore store, Func<Task<IPostGate>> close)
    {
        await using var sandbox = await SandboxAsync();
        await using var view = new StoreView(store);
        var job = await view.EnqueueAsync("kling");
        await using var gate = await close();
        using var worker = new FrozenWorker(new QueueProgram(store, At("assets"), sandbox.BaseUrl), view);
        await gate.CatchAsync();
        await worker.FreezeAsync();
        await gate.OpenAsync();
        await worker.BeInheritedAsync(job);
        Assert.NotNull(await view.Jobs.FindIntentAsync(job, 1));
        Assert.Empty(sandbox.Charges);

        await worker.WakeAsync();
        var end = await worker.EndAsync(job);

        // What it was about to send it did not send, and said so; the next attempt is the one that was paid.
        Assert.Equal(AttemptOutcome.NotSent, end.Attempts[0].Outcome);
        Assert.Equal("owner", Assert.Single(await view.Jobs.GetOutcomesAsync(job, 1)).Source);
        MustBeMadeOnce(end, sandbox);
    }

    private protected async Task Woken_between_POST_and_save_it_pays_nothing_more_and_the_video_reaches_the_disk(ProofStore store, string vendor, bool isLate)
    {
        await using var sandbox = await SandboxAsync();
        await using var view = new StoreView(store);
        var queue = new QueueProgram(store, At("assets"), sandbox.BaseUrl);
        for (var tries = 1; ; tries++)
        {
            sandbox.AddFault(new SandboxFault { Vendor = vendor, Operation = SandboxOperation.Submit, Kind = SandboxFaultKind.Slow, Duration = TimeSpan.FromSeconds(1) });
            var job = await view.EnqueueAsync(vendor);
            using var worker = new FrozenWorker(queue, view);
            await worker.SaysAsync("Submitted to");
            await worker.FreezeAsync();
            if (!await IsChargedAsync(sandbox) || (await view.Jobs.GetOutcomesAsync(job, 1)).Count > 0)
            {
                // Frozen a moment too early or too late, which proves nothing.
                Assert.True(tries < MostTries, "The moment between POST and save was never met.");
                await worker.WakeAsync();
                await worker.EndAloneAsync();
                sandbox.Reset();
                continue;
            }

            await worker.BeInheritedAsync(job);
            if (isLate)
            {
                await worker.HeirEndsAsync();
            }

            await worker.WakeAsync();
            var end = await worker.EndAsync(job);
            var records = await view.Jobs.GetOutcomesAsync(job, 1);
            Assert.Single(records.Where(record => record.Verdict == SubmissionVerdict.Accepted).Select(record => record.RemoteId).Distinct());
            Assert.Equal(isLate ? "lookup" : "submit", records.First(record => record.Verdict == SubmissionVerdict.Accepted).Source);
            MustBeMadeOnce(end, sandbox);
            return;
        }
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Task<VideoSandbox> SandboxAsync() => VideoSandbox.StartAsync(new VideoSandboxOptions { RenderTime = TimeSpan.FromMilliseconds(200) }, TestContext.Current.CancellationToken);

    private static async Task<bool> IsChargedAsync(VideoSandbox sandbox)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        for (var looks = 0; looks < 100 && sandbox.Charges.Count == 0; looks++)
        {
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return sandbox.Charges.Count > 0;
    }

    private static void MustBeMadeOnce(VideoJob job, VideoSandbox sandbox)
    {
        Assert.Equal(VideoState.Succeeded, job.State);
        Assert.Equal(Assert.Single(sandbox.Charges).AmountUsd, job.CostUsd);
        Assert.True(new FileInfo(job.Source!.LocalPath!).Length > 0);
    }
}
