using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow.StopAfterEverySave;

/// <summary>Runs a scenario once whole, then once for each write with the process dying before it and right after it, and lets a second process carry on.</summary>
internal static class EveryDeath
{
    public static async Task MustBeSurvivedAsync(Scenario scenario)
    {
        var writes = await RunWholeAsync(scenario);
        Assert.True(writes.Count > 6, "a generation has more writes than this");
        for (var write = 1; write <= writes.Count; write++)
        {
            foreach (var effect in new[] { ChaosEffect.DieBefore, ChaosEffect.DieAfter })
            {
                var death = new Death(write, writes[write - 1], effect);
                if (scenario.IsDurable && !death.LeavesAFileOfItsOwn)
                {
                    continue;
                }

                try
                {
                    await RunAsync(scenario, death);
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"{death} of [{string.Join(' ', writes)}]", e);
                }
            }
        }
    }

    private static async Task<IReadOnlyList<string>> RunWholeAsync(Scenario scenario)
    {
        await using var world = new TestWorld(scenario.IsDurable);
        scenario.Arrange(world);
        var process = world.StartProcess();
        var end = await process.TryGenerateAsync(scenario.Request);
        await JudgeAsync(scenario, world, end, false);
        return process.Chaos.Writes;
    }

    private static async Task RunAsync(Scenario scenario, Death death)
    {
        await using var world = new TestWorld(scenario.IsDurable);
        scenario.Arrange(world);
        var first = world.StartProcess(new ChaosProcess().At(death.Write, death.Effect));
        var broken = await first.TryGenerateAsync(scenario.Request);
        Assert.True(first.Chaos.IsDead, "the first process must have died");
        Assert.IsNotType<NeedsAttentionException>(broken.Failure);
        world.Clock.Pass(scenario.Gap);
        var second = world.StartProcess();
        var end = await second.TryGenerateAsync(scenario.Request);
        for (var asked = 0; end.Failure is VideoGenerationTimeoutException && asked < 5; asked++)
        {
            // Nobody looked for longer than the model may take: the caller is told so, and the job goes on by one look each time it asks again.
            end = await second.TryGenerateAsync(scenario.Request);
        }

        await JudgeAsync(scenario, world, end, death.IsInBlindMoment(first.Chaos.Writes) && IsLeftToAPerson(scenario, world));
    }

    private static bool IsLeftToAPerson(Scenario scenario, TestWorld world) => scenario.Blind switch
    {
        BlindMoment.LearnsNothing => true,
        BlindMoment.FindsWhatWasAccepted => !world.RemoteJobs.Any(j => j.ClientReference == LastReference(world)),
        _ => false,
    };

    private static string LastReference(TestWorld world) => world.Jobs.ListAsync(new VideoGen.Sdk.Queue.JobQuery()).Result[0].Job.CurrentAttempt!.ClientReference;

    private static async Task JudgeAsync(Scenario scenario, TestWorld world, (VideoResult? Result, Exception? Failure) end, bool isLeftToAPerson)
    {
        await Truth.MustHoldAsync(world);
        var job = await world.OnlyJobAsync();
        Assert.True(world.RemoteJobs.Count() <= scenario.MostAccepted, $"accepted {world.RemoteJobs.Count()} times: {end.Failure?.Message}");
        if (isLeftToAPerson)
        {
            Assert.IsType<NeedsAttentionException>(end.Failure);
            Assert.Equal(VideoState.NeedsAttention, job.State);
            Assert.Contains(await world.LinesAsync(), l => l.State == LineState.Unverified);
            return;
        }

        Assert.True(job.State == scenario.End, $"the job is {job.State}: {end.Failure?.Message ?? job.Reason}");
        Assert.DoesNotContain(await world.LinesAsync(), l => l.State is LineState.Reserved or LineState.Unverified);
        if (scenario.End == VideoState.Succeeded)
        {
            Assert.NotNull(end.Result);
            await Truth.MustBeFinishedAsync(world, end.Result);
        }
    }
}
