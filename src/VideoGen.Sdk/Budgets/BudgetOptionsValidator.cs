using Microsoft.Extensions.Options;

namespace VideoGen.Sdk.Budgets;

/// <summary>Says every fault of <see cref="BudgetOptions"/>, each with its path and fix.</summary>
internal sealed class BudgetOptionsValidator : IValidateOptions<BudgetOptions>
{
    private const string Path = "VideoGeneration:Budget";
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromDays(3660);

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

        if (options.PresumeChargedAfter <= TimeSpan.Zero)
        {
            faults.Add($"{Path}:PresumeChargedAfter: {options.PresumeChargedAfter} is not above 0; unverified money would be booked before anybody could look, so write at least some days, such as 30.00:00:00.");
        }

        if (options.PresumeChargedAfter > LongestDoubt)
        {
            faults.Add($"{Path}:PresumeChargedAfter: {options.PresumeChargedAfter} is above {LongestDoubt.TotalDays:0} days, further than a ledger is looked back; write at most that.");
        }

        if (options.UnusualAfterDays is < 1 or > 30)
        {
            faults.Add($"{Path}:UnusualAfterDays: {options.UnusualAfterDays} is not between 1 and 30, the days that are looked back at.");
        }

        CheckWebhook(options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // The address may hold a token and is not repeated.
    private static void CheckWebhook(BudgetOptions options, List<string> faults)
    {
        if (options.AlertWebhookUrl is not { } url)
        {
            return;
        }

        var isFit = url.IsAbsoluteUri && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && options.AlertWebhookAllowsLoopback));
        if (!isFit)
        {
            faults.Add($"{Path}:AlertWebhookUrl: is no absolute https address without user and password; plain http is taken for this machine only, with AlertWebhookAllowsLoopback: true.");
        }

        if (string.IsNullOrWhiteSpace(options.AlertWebhookSecret))
        {
            faults.Add($"{Path}:AlertWebhookSecret: is missing; receivers cannot tell our alerts from forged ones without it, so give both sides one of at least 24 random bytes.");
        }
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
