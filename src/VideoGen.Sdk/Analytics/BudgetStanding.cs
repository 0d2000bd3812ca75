namespace VideoGen.Sdk.Analytics;

/// <summary>How the budget of everything stands now.</summary>
/// <param name="DailyLimitUsd">Limit per day; null is none.</param>
/// <param name="MonthlyLimitUsd">Limit per month; null is none.</param>
/// <param name="TodayUsd">Charged and held today.</param>
/// <param name="ThisMonthUsd">Charged and held this month.</param>
public sealed record BudgetStanding(decimal? DailyLimitUsd, decimal? MonthlyLimitUsd, decimal TodayUsd, decimal ThisMonthUsd);
