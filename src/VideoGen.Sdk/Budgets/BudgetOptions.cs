namespace VideoGen.Sdk.Budgets;

/// <summary>How much may be spent. Bound from <c>VideoGeneration:Budget</c>. All amounts are USD; null means no such limit.</summary>
public sealed class BudgetOptions
{
    /// <summary>Switches the three limits below off. Must be written: nothing is unlimited by accident. Default false.</summary>
    public bool Unlimited { get; set; }

    /// <summary>Most that one video may cost over all attempts. Default none.</summary>
    public decimal? PerVideoLimitUsd { get; set; }

    /// <summary>Most per calendar day. Default 10.</summary>
    public decimal? DailyLimitUsd { get; set; } = 10m;

    /// <summary>Most per calendar month. Default 200.</summary>
    public decimal? MonthlyLimitUsd { get; set; } = 200m;

    /// <summary>What becomes of a job for which no candidate's budget has room. Default <see cref="BudgetExhaustion.Fail"/>.</summary>
    public BudgetExhaustion OnBudgetExhausted { get; set; }

    /// <summary>IANA or Windows id of the zone whose days and months count. Default UTC.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Limits of single accounts by id (<c>kling/default</c>) or provider name (each account of it).</summary>
    public IDictionary<string, ScopedBudgetOptions> Accounts { get; } = new Dictionary<string, ScopedBudgetOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Limits of single tenants; <c>*</c> holds for each tenant that is not named.</summary>
    public IDictionary<string, ScopedBudgetOptions> Tenants { get; } = new Dictionary<string, ScopedBudgetOptions>(StringComparer.Ordinal);

    /// <summary>Limits of single campaigns; <c>*</c> holds for each campaign that is not named.</summary>
    public IDictionary<string, ScopedBudgetOptions> Campaigns { get; } = new Dictionary<string, ScopedBudgetOptions>(StringComparer.Ordinal);
}
