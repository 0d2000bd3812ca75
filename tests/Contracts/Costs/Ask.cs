using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Contracts.Costs;

/// <summary>Short words for requests and limits in tests.</summary>
internal static class Ask
{
    public static AttemptKey Key(string job, int number = 1) => new(job, number);

    public static HoldRequest For(string job, decimal usd, params Limit[] limits) => new()
    {
        Key = new AttemptKey(job, 1),
        ClientReference = "ref-" + job,
        EstimateUsd = usd,
        Provider = "kling",
        Account = "default",
        Model = "kling-v2",
        Limits = limits,
    };

    /// <summary>The same wish as another attempt of the same job.</summary>
    public static HoldRequest Attempt(this HoldRequest request, int number) =>
        request with { Key = request.Key with { Number = number }, ClientReference = $"{request.ClientReference}-{number}" };

    public static Limit Usd(decimal amount, LimitWindow window, LimitScope? scope = null, string name = "budget") =>
        new() { Name = name, Scope = scope ?? LimitScope.All, Window = window, Unit = LimitUnit.Usd, Amount = amount };

    public static Limit Places(int amount, LimitWindow window, LimitScope? scope = null, string name = "rate") =>
        new() { Name = name, Scope = scope ?? LimitScope.All, Window = window, Unit = LimitUnit.Submissions, Amount = amount };

    public static LimitWindow Video { get; } = new LimitWindow.Video();

    public static LimitWindow Day { get; } = new LimitWindow.Day(TimeZoneInfo.Utc);

    public static LimitWindow Month { get; } = new LimitWindow.Month(TimeZoneInfo.Utc);

    public static LimitWindow WhileOpen { get; } = new LimitWindow.WhileOpen();

    public static LimitWindow Minute { get; } = new LimitWindow.Rolling(TimeSpan.FromMinutes(1));

    public static LimitWindow Hour { get; } = new LimitWindow.Rolling(TimeSpan.FromHours(1));
}
