using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Budgets;

/// <summary>Says every fault of <see cref="BudgetOptions"/>, each with its path and fix.</summary>
internal sealed class BudgetOptionsValidator : IValidateOptions<BudgetOptions>
{
    private const string Path = "VideoGeneration:Budget";

    public ValidateOptionsResult Validate(string? name, BudgetOptions options)
    {
        var faults = new List<string>();
        Check(Path, options.PerVideoLimitUsd, options.DailyLimitUsd, options.MonthlyLimitUsd, faults);
        foreach (var (kind, budgets) in new[] { ("Accounts", options.Accounts), ("Tenants", options.Tenants), ("Campaigns", options.Campaigns) })
        {
            foreach (var (key, budget) in budgets)
            {
                Check($"{Path}:{kind}:{key}", budget.PerVideoLimitUsd, budget.DailyLimitUsd, budget.MonthlyLimitUsd, faults);
            }
        }

        if (!Enum.IsDefined(options.OnBudgetExhausted))
        {
            faults.Add($"{Path}:OnBudgetExhausted: {(int)options.OnBudgetExhausted} is none; use Fail or WaitForReset.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            faults.Add($"{Path}:TimeZone: '{options.TimeZone}' is unknown here; use an IANA id such as Europe/Berlin, or UTC.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Check(string path, decimal? video, decimal? day, decimal? month, List<string> faults)
    {
        foreach (var (property, value) in new[] { ("PerVideoLimitUsd", video), ("DailyLimitUsd", day), ("MonthlyLimitUsd", month) })
        {
            if (value is < 0m)
            {
                faults.Add($"{path}:{property}: {value} is negative; 0 allows only free videos, and Unlimited: true switches the limits off.");
            }
        }
    }
}
