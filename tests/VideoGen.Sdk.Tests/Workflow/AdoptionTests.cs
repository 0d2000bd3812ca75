using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;
using VideoGen.Sdk.Workflow;

namespace VideoGen.Sdk.Tests.Workflow;

/// <summary>A job under which process after process dies.</summary>
public sealed class AdoptionTests
{
    [Fact]
    public async Task After_the_third_death_in_the_same_stage_the_job_is_parked_and_its_money_free()
    {
        await using var world = new TestWorld();
        world.Add();
        await DieAsync(world, new ChaosProcess().At("costs.Hold", ChaosEffect.DieAfter));
        await DieAsync(world, new ChaosProcess().At("costs.Hold", ChaosEffect.DieAfter));
        await DieAsync(world, new ChaosProcess().At("costs.Hold", ChaosEffect.DieAfter));

        // The first death came after saves of its own and does not count.
        await DieAsync(world, new ChaosProcess().At("costs.Hold", ChaosEffect.DieAfter));
        var parked = await Assert.ThrowsAsync<JobParkedException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal((await world.OnlyJobAsync()).Id, parked.JobId);
        Assert.Contains("Reserve", parked.Message, StringComparison.Ordinal);
        Assert.Equal(LineState.Released, Assert.Single(await world.LinesAsync()).State);
        Assert.Equal(0, world.Vendor.Posts);
        await Assert.ThrowsAsync<JobParkedException>(() => world.StartProcess().GenerateAsync());
    }

    [Fact]
    public async Task A_paid_video_that_is_not_home_yet_is_never_parked_for_that()
    {
        await using var world = new TestWorld();
        world.Add();
        for (var death = 0; death < 4; death++)
        {
            await DieAsync(world, new ChaosProcess().At("costs.Settle", ChaosEffect.DieBefore));
        }

        await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());
        await Truth.MustBeFinishedAsync(world, await world.StartProcess().GenerateAsync());
    }

    [Fact]
    public async Task An_outcome_that_nobody_lived_to_learn_is_unverified_on_the_ledger_too()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { CanFind = false });
        await DieAsync(world, new ChaosProcess().At("costs.Start", ChaosEffect.DieBefore));
        for (var death = 0; death < 3; death++)
        {
            await DieAsync(world, new ChaosProcess().At("jobs.Save", ChaosEffect.DieBefore));
        }

        await Assert.ThrowsAsync<NeedsAttentionException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal(LineState.Unverified, Assert.Single(await world.LinesAsync()).State);
        Assert.Equal(0, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_free_repeatable_render_is_started_as_often_as_it_is_killed()
    {
        await using var world = new TestWorld();
        var free = world.Add(new ScriptedProviderOptions { IsPaid = false, IsSubmitRepeatable = true, CanFind = false, EstimateUsd = 0m });
        free.Vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Succeeded, ChargeUsd = 0m }) with { ChargeUsd = 0m };
        for (var death = 0; death < 6; death++)
        {
            // The first asset is the one that is written at start.
            await DieAsync(world, new ChaosProcess().At("assets.Save", ChaosEffect.DieBefore, 2));
        }

        await Truth.MustBeFinishedAsync(world, await world.StartProcess().GenerateAsync());
    }

    private static async Task DieAsync(TestWorld world, ChaosProcess chaos)
    {
        await Assert.ThrowsAsync<ProcessDiedException>(() => world.StartProcess(chaos).GenerateAsync());
        world.LetLeasesLapse();
    }
}
