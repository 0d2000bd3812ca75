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

    /// <summary>After this long, counted from the POST, money whose outcome nobody could say is booked as charged, source <c>Presumed</c>. Default 30 days, at most 3,660. A later finding corrects it.</summary>
    public TimeSpan PresumeChargedAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Days with spending in the past without which no day is called unusual. Default 7.</summary>
    public int UnusualAfterDays { get; set; } = 7;

    /// <summary>Where alerts are posted to as JSON; null, the default, posts none. A public https address; alerts for hosts of a private network need a sink of your own.</summary>
    public Uri? AlertWebhookUrl { get; set; }

    /// <summary>Secret that signs what is posted (Standard Webhooks: HMAC-SHA256 over id, timestamp and body). <c>whsec_</c> and base64, or plain text. Needed with an address.</summary>
    public string? AlertWebhookSecret { get; set; }

    /// <summary>Whether <see cref="AlertWebhookUrl"/> may be this machine, also by plain http. Default false.</summary>
    public bool AlertWebhookAllowsLoopback { get; set; }

    /// <summary>Limits of single accounts by id (<c>kling/default</c>) or provider name (each account of it).</summary>
    public IDictionary<string, ScopedBudgetOptions> Accounts { get; } = new Dictionary<string, ScopedBudgetOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Limits of single tenants; <c>*</c> holds for each tenant that is not named.</summary>
    public IDictionary<string, ScopedBudgetOptions> Tenants { get; } = new Dictionary<string, ScopedBudgetOptions>(StringComparer.Ordinal);

    /// <summary>Limits of single campaigns; <c>*</c> holds for each campaign that is not named.</summary>
    public IDictionary<string, ScopedBudgetOptions> Campaigns { get; } = new Dictionary<string, ScopedBudgetOptions>(StringComparer.Ordinal);
}
