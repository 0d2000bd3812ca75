using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Routing;
using VideoGen.Sdk.Testing.Providers;
using VideoGen.Sdk.Tests.Workflow.World;

namespace VideoGen.Sdk.Tests.Routing;

public sealed class PlannerTests
{
    [Fact]
    public async Task A_plan_holds_sends_and_makes_nothing()
    {
        await using var world = Three();
        var plan = await world.StartProcess().PlanAsync();

        Assert.Equal("a", plan.Choice!.Provider);
        Assert.Equal(0.30m, plan.Choice.EstimateUsd);
        Assert.Equal(0, world.Vendors.Sum(v => v.Posts));
        Assert.Empty(await world.LinesAsync());
        Assert.Empty(await world.Jobs.ListAsync(new Sdk.Queue.JobQuery(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null, "", "", "a b c")]
    [InlineData("c", "", "", "c a b")]
    [InlineData("c", "b", "", "c b a")]
    [InlineData("c", "b", "a", "a c b")]
    [InlineData(null, "", "b", "b a c")]
    [InlineData(null, "c", "b", "b c a")]
    public async Task The_order_is_the_requests_wish_then_default_then_fallbacks_then_priority(string? first, string fallbacks, string preferred, string order)
    {
        await using var world = Three();
        var process = world.StartProcess(configure: s => s.Configure<RoutingOptions>(o =>
        {
            o.DefaultProvider = first;
            foreach (var name in Split(fallbacks))
            {
                o.FallbackProviders.Add(name);
            }
        }));
        var plan = await process.PlanAsync(A.Request with { PreferredProviders = Split(preferred) });

        Assert.Equal(Split(order), plan.Candidates.Select(c => c.Provider));
    }

    [Fact]
    public async Task Only_preferred_providers_means_only_these()
    {
        await using var world = Three();

        Assert.Equal(["c", "b"], (await world.StartProcess().PlanAsync(A.Request with { PreferredProviders = ["c", "b"], OnlyPreferredProviders = true })).Candidates.Select(c => c.Provider));
    }

    [Fact]
    public async Task A_model_named_with_its_provider_leaves_the_others_out()
    {
        await using var world = Three();
        var plan = await world.StartProcess().PlanAsync(A.Request with { Model = "b/model" });

        Assert.Equal("b", Assert.Single(plan.Candidates).Provider);
    }

    [Fact]
    public async Task Each_one_left_out_has_its_reason()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { Name = "off" }, a => a.Enabled = false);
        world.Add(new ScriptedProviderOptions { Name = "keyless", Readiness = ProviderReadiness.NotReady("has no key; set KEYLESS_API_KEY") });
        world.Add(new ScriptedProviderOptions { Name = "gone", Lifecycle = new Lifecycle { EndsOn = new DateOnly(2026, 1, 1) } });
        world.Add(new ScriptedProviderOptions { Name = "priceless", EstimateUsd = null });
        world.Add(new ScriptedProviderOptions { Name = "other" }, a => a.Model = "unlisted");
        world.Add(new ScriptedProviderOptions { Name = "fine" });
        var plan = await world.StartProcess().PlanAsync();

        Assert.Equal("fine", Assert.Single(plan.Candidates).Provider);
        Assert.Equal(["off", "keyless", "gone", "priceless", "other"], plan.Exclusions.Select(e => e.Provider));
        Assert.All(plan.Exclusions.Zip(["switched off", "KEYLESS_API_KEY", "retired since 2026-01-01", "price is unknown", "has no model unlisted"]), e => Assert.Contains(e.Second, e.First.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_free_draft_is_made_when_nobody_else_is_there_or_when_it_is_asked_for_first()
    {
        await using var alone = new TestWorld();
        alone.Add(Free);
        Assert.Equal("free", (await alone.StartProcess().PlanAsync()).Choice!.Provider);

        await using var world = new TestWorld();
        world.Add(Free);
        world.Add(new ScriptedProviderOptions { Name = "paid" });
        var process = world.StartProcess();
        Assert.Equal(["paid"], (await process.PlanAsync()).Candidates.Select(c => c.Provider));
        Assert.Equal(["free", "paid"], (await process.PlanAsync(A.Request with { PreferredProviders = ["free"] })).Candidates.Select(c => c.Provider));
        Assert.Equal(["paid"], (await process.PlanAsync(A.Request with { PreferredProviders = ["paid", "free"] })).Candidates.Select(c => c.Provider));
    }

    [Fact]
    public async Task A_free_draft_never_stands_in_for_a_paid_video_that_failed()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { Name = "paid" }).Vendor.Default = SubmitScript.Rejected(ProviderFailureKind.OutOfCredit);
        world.Add(Free);

        await Assert.ThrowsAsync<Sdk.Workflow.AllProvidersFailedException>(() => world.StartProcess().GenerateAsync());
        await Assert.ThrowsAsync<Sdk.Workflow.AllProvidersFailedException>(() => world.StartProcess().GenerateAsync(A.Request with { IdempotencyKey = "b", PreferredProviders = ["paid", "free"] }));
    }

    [Fact]
    public async Task A_free_draft_does_not_stand_in_for_a_paid_video_over_budget()
    {
        await using var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { Name = "paid" });
        world.Add(Free);
        var process = world.StartProcess(configure: s => s.Configure<BudgetOptions>(o => o.DailyLimitUsd = 0m));

        await Assert.ThrowsAsync<BudgetExceededException>(() => process.GenerateAsync());
    }

    [Fact]
    public async Task A_verdict_names_the_limit_that_lasts_longest()
    {
        await using var world = new TestWorld();
        world.Add();
        var process = world.StartProcess(configure: s => s.Configure<BudgetOptions>(o => (o.DailyLimitUsd, o.MonthlyLimitUsd) = (0.4m, 0.5m)));
        await process.GenerateAsync();
        var verdict = Assert.Single((await process.PlanAsync(A.Request with { IdempotencyKey = "b" })).Candidates).Verdict;

        Assert.Equal((false, "monthly budget", new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)), (verdict.IsFitting, verdict.Limit, verdict.ResetsAt!.Value));
    }

    [Fact]
    public async Task A_price_of_the_app_overrides_the_vendors()
    {
        await using var world = new TestWorld();
        world.Add(account: a => a.CostPerVideoUsd = 1.25m);

        Assert.Equal(1.25m, (await world.StartProcess().PlanAsync()).Choice!.EstimateUsd);
    }

    private static ScriptedProviderOptions Free { get; } = new() { Name = "free", IsPaid = false, IsSubmitRepeatable = true, EstimateUsd = 0m };

    private static TestWorld Three()
    {
        var world = new TestWorld();
        world.Add(new ScriptedProviderOptions { Name = "a" });
        world.Add(new ScriptedProviderOptions { Name = "b" });
        world.Add(new ScriptedProviderOptions { Name = "c" });
        return world;
    }

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
