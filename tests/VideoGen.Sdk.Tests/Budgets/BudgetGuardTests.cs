using Microsoft.Extensions.DependencyInjection;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Budgets;

public sealed class BudgetGuardTests
{
    private static readonly BudgetSubject Subject = new() { Provider = "kling", Account = "eu", Tenant = "acme", Campaign = "spring" };

    [Fact]
    public void Without_a_budget_ten_a_day_and_two_hundred_a_month_apply()
    {
        Assert.Equal([("daily budget", 10m), ("monthly budget", 200m)], Limits(_ => { }).Select(l => (l.Name, l.Amount)));
    }

    [Fact]
    public void Unlimited_must_be_written_and_leaves_the_requests_own_limit()
    {
        Assert.Empty(Limits(o => o.Unlimited = true));
        var limit = Assert.Single(Limits(o => o.Unlimited = true, Subject with { PerVideoLimitUsd = 1m }));
        Assert.Equal(new LimitWindow.Video(), limit.Window);
    }

    [Fact]
    public void A_request_cannot_lift_the_configured_limit_per_video()
    {
        var limits = Limits(o => (o.PerVideoLimitUsd, o.DailyLimitUsd, o.MonthlyLimitUsd) = (1m, null, null), Subject with { PerVideoLimitUsd = 9m });

        Assert.Equal([1m, 9m], limits.Select(l => l.Amount));
    }

    [Fact]
    public void A_limit_of_zero_is_a_limit()
    {
        Assert.Equal(0m, Assert.Single(Limits(o => (o.DailyLimitUsd, o.MonthlyLimitUsd) = (0m, null))).Amount);
    }

    [Theory]
    [InlineData("kling")]
    [InlineData("kling/eu")]
    [InlineData("KLING/EU")]
    public void An_account_has_limits_by_id_or_by_provider(string key)
    {
        var limit = Assert.Single(Limits(o =>
        {
            o.Unlimited = true;
            o.Accounts[key] = new ScopedBudgetOptions { DailyLimitUsd = 3m };
        }));
        Assert.Equal((LimitScope.Account("kling/eu"), 3m), (limit.Scope, limit.Amount));
    }

    [Fact]
    public void Named_tenants_and_campaigns_have_their_own_limits_and_the_star_holds_for_the_rest()
    {
        void Configure(BudgetOptions o)
        {
            o.Unlimited = true;
            o.Tenants["acme"] = new ScopedBudgetOptions { DailyLimitUsd = 1m };
            o.Tenants["*"] = new ScopedBudgetOptions { DailyLimitUsd = 2m };
            o.Campaigns["*"] = new ScopedBudgetOptions { MonthlyLimitUsd = 3m };
        }

        Assert.Equal([(LimitScope.Tenant("acme"), 1m), (LimitScope.Campaign("spring"), 3m)], Limits(Configure).Select(l => (l.Scope, l.Amount)));
        Assert.Equal([(LimitScope.Tenant("other"), 2m)], Limits(Configure, Subject with { Tenant = "other", Campaign = null }).Select(l => (l.Scope, l.Amount)));
        Assert.Empty(Limits(Configure, Subject with { Tenant = null, Campaign = null }));
    }

    [Fact]
    public void Days_follow_the_configured_zone()
    {
        var limit = Limits(o => o.TimeZone = "Europe/Berlin")[0];

        Assert.Equal("Europe/Berlin", Assert.IsType<LimitWindow.Day>(limit.Window).Zone.Id);
    }

    [Fact]
    public void Every_fault_is_named_with_its_path()
    {
        var options = new BudgetOptions { DailyLimitUsd = -1m, MonthlyLimitUsd = -2m, TimeZone = "Mars/Olympus" };
        options.Tenants["acme"] = new ScopedBudgetOptions { PerVideoLimitUsd = -3m };
        var faults = new BudgetOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.Equal(4, faults.Count);
        Assert.All(
            ["VideoGeneration:Budget:DailyLimitUsd", "VideoGeneration:Budget:MonthlyLimitUsd", "VideoGeneration:Budget:Tenants:acme:PerVideoLimitUsd", "VideoGeneration:Budget:TimeZone"],
            path => Assert.Contains(faults, f => f.StartsWith(path, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<Limit> Limits(Action<BudgetOptions> configure, BudgetSubject? subject = null)
    {
        var services = new ServiceCollection();
        services.AddOptions<BudgetOptions>().Configure(configure);
        services.AddSingleton<BudgetGuard>();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<BudgetGuard>().LimitsFor(subject ?? Subject);
    }
}
