using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Budgets;

/// <summary>Holds to make spending with.</summary>
internal static class Spent
{
    public static Limit Daily { get; } = new()
    {
        Name = "daily budget", Scope = LimitScope.All, Window = new LimitWindow.Day(TimeZoneInfo.Utc), Unit = LimitUnit.Usd, Amount = 10m,
    };

    public static AttemptKey Key(string job) => new(job, 1);

    public static HoldRequest For(string job, decimal usd, params Limit[] limits) => new()
    {
        Key = Key(job), ClientReference = "ref-" + job, EstimateUsd = usd, Provider = "kling", Account = "default", Model = "kling-3", Limits = limits,
    };
}
