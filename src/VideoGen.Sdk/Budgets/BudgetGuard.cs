using Microsoft.Extensions.Options;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Budgets;

/// <summary>The limits that <see cref="BudgetOptions"/> configures; a change of configuration counts from the next reservation on.</summary>
public sealed class BudgetGuard(IOptionsMonitor<BudgetOptions> options) : IBudgetGuard
{
    /// <inheritdoc/>
    public IReadOnlyList<Limit> LimitsFor(BudgetSubject subject)
    {
        var budget = options.CurrentValue;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(budget.TimeZone);
        var limits = new List<Limit>(8);
        if (!budget.Unlimited)
        {
            AddPeriods(limits, LimitScope.All, "", budget.DailyLimitUsd, budget.MonthlyLimitUsd, zone);
            AddVideo(limits, "per-video limit", budget.PerVideoLimitUsd);
        }

        AddVideo(limits, "the request's per-video limit", subject.PerVideoLimitUsd);
        var account = $"{subject.Provider}/{subject.Account}";
        Add(limits, LimitScope.Account(account), $" of {account}", Find(budget.Accounts, account, subject.Provider), zone);
        if (subject.Tenant is { } tenant)
        {
            Add(limits, LimitScope.Tenant(tenant), $" of tenant {tenant}", Find(budget.Tenants, tenant, "*"), zone);
        }

        if (subject.Campaign is { } campaign)
        {
            Add(limits, LimitScope.Campaign(campaign), $" of campaign {campaign}", Find(budget.Campaigns, campaign, "*"), zone);
        }

        return limits;
    }

    private static ScopedBudgetOptions? Find(IDictionary<string, ScopedBudgetOptions> budgets, string name, string otherwise) =>
        budgets.TryGetValue(name, out var named) ? named : budgets.TryGetValue(otherwise, out var general) ? general : null;

    private static void Add(List<Limit> limits, LimitScope scope, string owner, ScopedBudgetOptions? budget, TimeZoneInfo zone)
    {
        if (budget is not null)
        {
            AddPeriods(limits, scope, owner, budget.DailyLimitUsd, budget.MonthlyLimitUsd, zone);
            AddVideo(limits, $"per-video limit{owner}", budget.PerVideoLimitUsd);
        }
    }

    private static void AddPeriods(List<Limit> limits, LimitScope scope, string owner, decimal? daily, decimal? monthly, TimeZoneInfo zone)
    {
        if (daily is { } day)
        {
            limits.Add(new Limit { Name = $"daily budget{owner}", Scope = scope, Window = new LimitWindow.Day(zone), Unit = LimitUnit.Usd, Amount = day });
        }

        if (monthly is { } month)
        {
            limits.Add(new Limit { Name = $"monthly budget{owner}", Scope = scope, Window = new LimitWindow.Month(zone), Unit = LimitUnit.Usd, Amount = month });
        }
    }

    private static void AddVideo(List<Limit> limits, string name, decimal? amount)
    {
        if (amount is { } usd)
        {
            limits.Add(new Limit { Name = name, Scope = LimitScope.All, Window = new LimitWindow.Video(), Unit = LimitUnit.Usd, Amount = usd });
        }
    }
}
