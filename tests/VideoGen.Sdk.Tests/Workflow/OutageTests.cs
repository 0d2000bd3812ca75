using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A vendor that answers nobody costs one job its certainty, not all.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task A_job_that_was_planned_before_an_answer_was_lost_is_not_sent_after_it()
    {
        await using var world = new TestWorld();
        var vendor = world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Then(new SubmitScript { Submit = ScriptedSubmit.LoseRequest });

        // The first is sent only when the second is planned, and the second goes on only when the first is lost.
        var (planned, lost) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var chaos = new ChaosProcess().PauseBefore("jobs.SaveIntent", () => planned.Task).PauseBefore("costs.Hold", HoldSecondAsync, 2);
        var worker = await WorkerProcess.StartAsync(world, places: 2, chaos);
        await worker.EnqueueAsync();
        await worker.EnqueueAsync();

        await AnyAsync(world, job => job.State == VideoState.NeedsAttention);
        lost.SetResult();
        var kept = await AnyAsync(world, job => job is { State: VideoState.Scheduled, Attempts: [{ Outcome: AttemptOutcome.NotSent }] });

        Assert.Equal(1, vendor.Posts);
        Assert.Equal(VideoState.Succeeded, await worker.EndOfAsync(kept));
        Assert.Equal(2, vendor.Posts);
        await Truth.MustHoldAsync(world);

        Task HoldSecondAsync()
        {
            planned.SetResult();
            return lost.Task;
        }
    }

    private static async Task<string> AnyAsync(TestWorld world, Func<VideoJob, bool> isSo)
    {
        while (true)
        {
            if ((await world.Jobs.ListAsync(new JobQuery())).Select(stored => stored.Job).FirstOrDefault(isSo) is { } job)
            {
                return job.Id;
            }

            await Task.Yield();
        }
    }
}
