namespace VideoGen.Sdk.Budgets;

/// <summary>Limits of one account, tenant or campaign in USD; null means no such limit.</summary>
public sealed class ScopedBudgetOptions
{
    /// <summary>Most that one video may cost over all attempts.</summary>
    public decimal? PerVideoLimitUsd { get; set; }

    /// <summary>Most per calendar day.</summary>
    public decimal? DailyLimitUsd { get; set; }

    /// <summary>Most per calendar month.</summary>
    public decimal? MonthlyLimitUsd { get; set; }
}
