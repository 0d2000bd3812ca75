using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Testing.Chaos;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Workflow;

public sealed class MoneyTests
{
    [Fact]
    public async Task The_limit_per_video_bounds_the_sum_over_all_attempts()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Fails(ProviderFailureKind.Transient, ChargeCertainty.Charged, 0.25m);

        var exceeded = await Assert.ThrowsAsync<BudgetExceededException>(() => world.StartProcess().GenerateAsync(A.Request with { PerVideoLimitUsd = 0.7m }));
        Assert.Equal(2, world.Vendor.Jobs.Count);
        Assert.Equal((0.30m, 0.20m, null), (exceeded.Asked, exceeded.Available, exceeded.ResetsAt));
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task An_unknown_price_fails_closed()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { EstimateUsd = null });

        var none = await Assert.ThrowsAsync<NoCandidateException>(() => world.StartProcess().GenerateAsync());
        Assert.Contains("UnknownPriceCeilingUsd", none.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.Vendor.Posts);
    }

    [Fact]
    public async Task An_unknown_price_with_a_declared_ceiling_holds_the_ceiling()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { EstimateUsd = null }, a => a.UnknownPriceCeilingUsd = 1.5m);
        await world.StartProcess().GenerateAsync();

        var entries = await world.EntriesAsync();
        Assert.Equal([(LedgerEntryKind.Reserved, 1.5m), (LedgerEntryKind.Charged, 0.25m)], entries.Select(e => (e.Kind, e.AmountUsd)));
    }

    [Fact]
    public async Task A_candidate_that_does_not_fit_is_passed_over_for_one_that_does()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { Name = "dear", EstimateUsd = 50m });
        world.Add(new ScriptedProviderOptions { Name = "cheap" });

        Assert.Equal("cheap", (await world.StartProcess().GenerateAsync()).Provider);
        Assert.Equal(0, world.Vendor.Posts);
    }

    [Fact]
    public async Task A_higher_estimate_of_the_vendor_raises_the_hold_at_once_past_any_limit()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(new SubmitScript { EstimateUsd = 15m, ChargeUsd = 14m, Statuses = [new() { State = ProviderJobState.Succeeded, ChargeUsd = 14m }] });
        var result = await world.StartProcess().GenerateAsync();

        var entries = await world.EntriesAsync();
        Assert.Equal([(LedgerEntryKind.Reserved, 0.3m), (LedgerEntryKind.Raised, 14.7m), (LedgerEntryKind.Charged, 14m)], entries.Select(e => (e.Kind, e.AmountUsd)));
        await Truth.MustBeFinishedAsync(world, result);
        await Assert.ThrowsAsync<BudgetExceededException>(() => world.StartProcess().GenerateAsync(A.Request with { IdempotencyKey = "other" }));
    }

    [Theory]
    [InlineData(-3, 0.30, "the estimate is booked")]
    [InlineData(0.5, 0.5, "above the estimate")]
    [InlineData(90, 90, "far above the estimate")]
    [InlineData(5_000_000_000_000, 0.30, "the estimate is booked")]
    public async Task An_odd_amount_of_the_vendor_is_flagged(decimal stated, decimal booked, string flag)
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Succeeded, ChargeUsd = stated });
        var result = await world.StartProcess().GenerateAsync();

        var line = Assert.Single(await world.LinesAsync());
        Assert.Equal((booked, booked), (line.ChargedUsd, result.CostUsd));
        Assert.Contains(flag, line.Flag, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_absurd_estimate_of_the_vendor_stops_nothing_and_keeps_the_remote_id(bool isDurable)
    {
        await using var world = new TestWorld(isDurable);
        world.Add(new ScriptedProviderOptions { CanFind = false }).Vendor.Default = new SubmitScript { EstimateUsd = decimal.MaxValue };

        await Truth.MustBeFinishedAsync(world, await world.StartProcess().GenerateAsync());
        Assert.Equal("remote-1", Assert.Single(await world.OutcomesAsync()).RemoteId);
    }

    [Fact]
    public async Task Without_a_word_of_the_vendor_the_real_length_is_priced_and_never_above_the_estimate()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Succeeded, Duration = TimeSpan.FromSeconds(4) }) with { ChargeUsd = 0.2m };
        await world.StartProcess().GenerateAsync();
        world.Vendor.Default = SubmitScript.Answers(new ProviderJobStatus { State = ProviderJobState.Succeeded, Duration = TimeSpan.FromSeconds(60) }) with { ChargeUsd = 0.3m };
        await world.StartProcess().GenerateAsync(A.Request with { IdempotencyKey = "other" });

        Assert.Equal([(0.2m, ChargeSource.Computed), (0.3m, ChargeSource.Computed)], (await world.LinesAsync()).Select(l => (l.ChargedUsd, l.Source!.Value)));
    }

    [Fact]
    public async Task A_failure_whose_charge_nobody_knows_keeps_its_money_held()
    {
        await using var world = new TestWorld();
        world.Add().Vendor.Then(SubmitScript.Fails(ProviderFailureKind.NotSupported, ChargeCertainty.Unknown, 0.2m));
        world.Add(new ScriptedProviderOptions { Name = "second" });
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal((0.25m, 0.30m), (result.CostUsd, result.UnverifiedUsd));
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task Holds_of_many_jobs_never_pass_the_limit_together()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess(configure: s => s.Configure<BudgetOptions>(o => o.DailyLimitUsd = 1m));
        var calls = await world.DriveAsync(Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            try
            {
                return await process.BeginAsync(A.Request with { IdempotencyKey = $"k{i}" }) is not null;
            }
            catch (BudgetExceededException)
            {
                return false;
            }
        }))));

        Assert.InRange(calls.Count(c => c), 1, 4);
        Assert.True(world.Vendor.ChargedUsd <= 1m);
        await Truth.MustHoldAsync(world);
    }

    [Fact]
    public async Task A_hold_that_an_owner_left_behind_in_an_old_plan_is_released_and_its_number_is_spent()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("costs.Hold", ChaosEffect.DieAfter));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        world.Clock.Pass(TimeSpan.FromMinutes(11));
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal([LineState.Released, LineState.Charged], (await world.LinesAsync()).Select(l => l.State));
        await Truth.MustBeFinishedAsync(world, result);
    }

    [Fact]
    public async Task A_job_that_cannot_go_on_after_an_old_plan_leaves_no_hold_behind()
    {
        await using var world = new TestWorld();
        ProviderAccountOptions? account = null;
        world.Add(account: a => account = a);
        var dead = world.StartProcess(new ChaosProcess().At("costs.Hold", ChaosEffect.DieAfter));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        world.Clock.Pass(TimeSpan.FromMinutes(11));
        account!.Enabled = false;

        await Assert.ThrowsAnyAsync<VideoGenerationException>(() => world.StartProcess().GenerateAsync());
        Assert.Equal(LineState.Released, Assert.Single(await world.LinesAsync()).State);
    }

    [Fact]
    public async Task Room_that_somebody_took_between_plan_and_hold_is_not_spent_twice()
    {
        await using var world = new TestWorld();
        world.Add();
        void Configure(IServiceCollection services) => services.Configure<BudgetOptions>(o => o.DailyLimitUsd = 0.5m);
        var planned = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var slow = world.StartProcess(
            new ChaosProcess().PauseBefore("costs.Hold", () =>
            {
                planned.TrySetResult();
                return go.Task;
            }),
            Configure);
        var late = slow.BeginAsync(A.Request with { IdempotencyKey = "late" });
        await world.DriveToAsync(planned.Task, late);
        await world.StartProcess(configure: Configure).GenerateAsync();
        go.SetResult();

        await Assert.ThrowsAsync<BudgetExceededException>(() => world.DriveAsync(late));
        Assert.Single(world.RemoteJobs);
    }

    [Fact]
    public async Task A_plan_older_than_ten_minutes_is_made_again_before_money_is_held()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("costs.Hold", ChaosEffect.DieBefore));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        world.Clock.Pass(TimeSpan.FromMinutes(11));
        var result = await world.StartProcess().GenerateAsync();

        Assert.Equal(2, (await world.OnlyJobAsync()).Plans.Count);
        Assert.Equal(1, result.Attempts);
    }

    [Fact]
    public async Task A_hold_of_an_earlier_day_is_released_and_made_anew_in_the_day_of_its_POST()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("jobs.SaveIntent", ChaosEffect.DieBefore));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        world.Clock.Pass(TimeSpan.FromHours(14));
        await world.StartProcess().GenerateAsync();

        var lines = await world.LinesAsync();
        Assert.Equal([LineState.Released, LineState.Charged], lines.Select(l => l.State));
        Assert.Equal([22, 23], lines.Select(l => l.ReservedAt.Day));
    }

    [Fact]
    public async Task A_cancel_frees_a_hold_that_the_job_does_not_know_of()
    {
        await using var world = new TestWorld();
        world.Add();
        var dead = world.StartProcess(new ChaosProcess().At("costs.Hold", ChaosEffect.DieAfter));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dead.GenerateAsync());
        world.LetLeasesLapse();
        var outcome = await world.DriveAsync(world.StartProcess().CancelAsync((await world.OnlyJobAsync()).Id));

        Assert.Equal(CancelOutcome.Cancelled, outcome);
        Assert.Equal(LineState.Released, Assert.Single(await world.LinesAsync()).State);
    }
}
