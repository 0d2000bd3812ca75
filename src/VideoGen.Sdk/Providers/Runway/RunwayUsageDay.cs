namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Credits used on one UTC day.</summary>
public sealed record RunwayUsageDay
{
    /// <summary>The day in UTC.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Credits by model id; one is worth 0.01 USD. Below zero where more was refunded than used.</summary>
    public required IReadOnlyDictionary<string, decimal> CreditsByModel { get; init; }
}
