namespace VideoGen.Sdk.Budgets;

/// <summary>Whose money an attempt would spend.</summary>
public sealed record BudgetSubject
{
    /// <summary>Provider name.</summary>
    public required string Provider { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    /// <summary>Tenant; null without.</summary>
    public string? Tenant { get; init; }

    /// <summary>Campaign; null without.</summary>
    public string? Campaign { get; init; }

    /// <summary>The request's own limit per video in USD; null takes the configured one.</summary>
    public decimal? PerVideoLimitUsd { get; init; }
}
