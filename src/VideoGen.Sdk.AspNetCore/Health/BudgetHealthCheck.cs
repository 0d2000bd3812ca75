using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.AspNetCore.Health;

/// <summary>Whether the app's day and month have money left. A restart would not bring any, so it is never unhealthy.</summary>
internal sealed class BudgetHealthCheck(ICostStore costs, IOptionsMonitor<BudgetOptions> options, TimeProvider timeProvider) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var budget = options.CurrentValue;
        if (budget.Unlimited)
        {
            return HealthCheckResult.Healthy("No limit is set.");
        }

        var (now, zone) = (timeProvider.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(budget.TimeZone));
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var spent = new List<string>();
        foreach (var (name, limit, period) in new[] { ("daily", budget.DailyLimitUsd, LimitPeriod.DayOf(now, zone)), ("monthly", budget.MonthlyLimitUsd, LimitPeriod.MonthOf(now, zone)) })
        {
            if (limit is not { } most)
            {
                continue;
            }

            var used = await costs.SpentAsync(LimitScope.All, period.StartsAt, period.EndsAt, cancellationToken).ConfigureAwait(false);
            (data[$"{name}LimitUsd"], data[$"{name}UsedUsd"]) = (most, used);
            if (used >= most)
            {
                spent.Add(string.Create(CultureInfo.InvariantCulture, $"The {name} limit of {most:0.00####} USD is used up until {period.EndsAt:u}."));
            }
        }

        return spent.Count == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(string.Join(' ', spent), data: data);
    }
}
