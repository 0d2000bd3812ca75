using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Workflow;

/// <summary>Whether a hold still counts in the day and month in which its POST would be.</summary>
internal sealed class HoldPeriod(IOptionsMonitor<BudgetOptions> options)
{
    public bool IsSame(DateTimeOffset heldAt, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.CurrentValue.TimeZone);
        return LimitPeriod.DayOf(heldAt, zone).Key == LimitPeriod.DayOf(now, zone).Key;
    }
}
