using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Tests.Costs;

/// <summary>Small valid requests.</summary>
internal static class SomeCost
{
    public static HoldRequest For(string job, decimal usd, params Limit[] limits) => new()
    {
        Key = new AttemptKey(job, 1),
        ClientReference = job,
        EstimateUsd = usd,
        Provider = "kling",
        Account = "default",
        Model = "kling-v2",
        Tenant = "acme",
        Tags = ["reel"],
        Limits = limits,
    };

    public static Limit Daily(decimal amount) =>
        new() { Name = "day", Scope = LimitScope.All, Window = new LimitWindow.Day(TimeZoneInfo.Utc), Unit = LimitUnit.Usd, Amount = amount };

    public static Limit Running(int amount, LimitScope? scope = null) =>
        new() { Name = "running", Scope = scope ?? LimitScope.All, Window = new LimitWindow.WhileOpen(), Unit = LimitUnit.Submissions, Amount = amount };
}
