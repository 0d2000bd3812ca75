using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A store that fails for a moment costs a moment, and an answer that it lost is read back, never assumed.</summary>
public sealed class StoreTroubleTests
{
    [Theory]
    [InlineData(ChaosEffect.Fail, true)]
    [InlineData(ChaosEffect.Fail, false)]
    [InlineData(ChaosEffect.LoseAnswer, true)]
    [InlineData(ChaosEffect.LoseAnswer, false)]
    public async Task Any_one_write_may_fail_or_lose_its_answer(ChaosEffect effect, bool canFind)
    {
        var writes = await WritesAsync(canFind);
        for (var write = 1; write <= writes.Count; write++)
        {
            await using var world = new TestWorld();
            world.Add(new ScriptedProviderOptions { CanFind = canFind });
            var process = world.StartProcess(new ChaosProcess().At(write, effect));
            var end = await process.TryGenerateAsync();
            if (end.Failure is not null)
            {
                Assert.True(writes[write - 1] is "assets.Save" or "assets.Delete" or "jobs.RegisterOwner" or "jobs.Create", $"{effect} of {writes[write - 1]}: {end.Failure}");
                end = await process.TryGenerateAsync();
            }

            Assert.True(end.Result is not null, $"{effect} of write {write}, {writes[write - 1]}: {end.Failure}");
            await Truth.MustBeFinishedAsync(world, end.Result);
            Assert.Single(world.RemoteJobs);
        }
    }

    [Fact]
    public async Task A_job_whose_run_broke_off_is_handed_back_and_anyone_may_carry_it_on()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess();
        world.Vendor.OnStatus = () =>
        {
            process.Chaos.IsCutOff = true;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<StoreException>(() => process.GenerateAsync());
        world.Vendor.OnStatus = null;
        process.Chaos.IsCutOff = false;
        world.Clock.Pass(TimeSpan.FromSeconds(11));

        var before = world.Clock.GetUtcNow();
        await Truth.MustBeFinishedAsync(world, await world.StartProcess().GenerateAsync());
        Assert.True(world.Clock.GetUtcNow() - before < TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_defect_right_after_the_POST_never_frees_the_money_and_the_video_comes_home()
    {
        await using var world = new TestWorld();
        world.Add();
        var chaos = new ChaosProcess();
        for (var i = 1; i <= 4; i++)
        {
            chaos.At("costs.MarkVerified", ChaosEffect.Defect, i);
        }

        var process = world.StartProcess(chaos);
        await Assert.ThrowsAsync<NeedsAttentionException>(() => process.GenerateAsync());
        Assert.Equal(LineState.Reserved, Assert.Single(await world.LinesAsync()).State);
        world.Clock.Pass(TimeSpan.FromMinutes(31));
        chaos.At("costs.MarkVerified", ChaosEffect.Fail, 4);
        await Truth.MustBeFinishedAsync(world, await process.GenerateAsync());
        Assert.Equal(1, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_received_remote_id_is_stored_in_the_end_however_long_the_store_is_down()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false });
        var chaos = new ChaosProcess();
        for (var i = 1; i <= 25; i++)
        {
            chaos.At("jobs.RecordOutcome", ChaosEffect.Fail, i);
        }

        var result = await world.StartProcess(chaos).GenerateAsync();
        await Truth.MustBeFinishedAsync(world, result);
        Assert.Equal(26, chaos.Writes.Count(w => w == "jobs.RecordOutcome"));
    }

    private static async Task<IReadOnlyList<string>> WritesAsync(bool canFind)
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = canFind });
        var process = world.StartProcess();
        await process.GenerateAsync();
        return process.Chaos.Writes;
    }
}
