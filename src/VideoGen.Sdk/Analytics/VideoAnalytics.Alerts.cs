namespace VideoGen.Sdk.Analytics;

public partial class VideoAnalytics
{
    private static readonly int[] Marks = [100, 90, 75];

    /// <summary>Says which budgets are at least 75 %, 90 % or 100 % spent; a pure function, one alert per budget at most, for its highest mark. It looks at nothing but its arguments.</summary>
    /// <param name="dailyLimitUsd">Limit per day; null is none.</param>
    /// <param name="monthlyLimitUsd">Limit per month; null is none.</param>
    /// <param name="currentDailyUsd">What counts against today's.</param>
    /// <param name="currentMonthlyUsd">What counts against this month's.</param>
    public static IReadOnlyList<SpendingAlert> CheckBudgetAlerts(decimal? dailyLimitUsd, decimal? monthlyLimitUsd, decimal currentDailyUsd, decimal currentMonthlyUsd)
    {
        (string Type, decimal? LimitUsd, decimal SpentUsd)[] budgets = [("daily_budget", dailyLimitUsd, currentDailyUsd), ("monthly_budget", monthlyLimitUsd, currentMonthlyUsd)];
        return
        [
            .. from budget in budgets
               let limitUsd = budget.LimitUsd ?? decimal.MaxValue
               let mark = Marks.FirstOrDefault(mark => IsReached(mark, limitUsd, budget.SpentUsd))
               where mark > 0
               select new SpendingAlert(budget.Type, mark, limitUsd, budget.SpentUsd),
        ];
    }

    /// <summary>Says which budgets are at least 75 %, 90 % or 100 % spent now.</summary>
    public static IReadOnlyList<SpendingAlert> CheckBudgetAlerts(BudgetStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return CheckBudgetAlerts(standing.DailyLimitUsd, standing.MonthlyLimitUsd, standing.TodayUsd, standing.ThisMonthUsd);
    }

    // A limit of 0 is spent from its first instant on, but nobody needs to hear of it before something is asked of it.
    private static bool IsReached(int percent, decimal limitUsd, decimal spentUsd) => spentUsd > 0m && spentUsd >= limitUsd / 100m * percent;
}
