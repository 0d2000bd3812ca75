namespace VideoGen.Sdk.Providers.Runway;

/// <summary>What an organization has and may do. That a model is listed does not prove that it is still offered: retired ones stay in the list.</summary>
public sealed record RunwayOrganization
{
    /// <summary>Credits left; one is worth 0.01 USD.</summary>
    public required decimal CreditBalance { get; init; }

    /// <summary>Most credits that may be bought in a month; null for no limit.</summary>
    public decimal? MaxMonthlyCreditSpend { get; init; }

    /// <summary>Limits and use by model id.</summary>
    public required IReadOnlyDictionary<string, RunwayModelQuota> Models { get; init; }
}
