namespace VideoGen.Sdk.Providers.Runway.Wire;

internal sealed record RunwayOrganizationAnswer
{
    public decimal? CreditBalance { get; init; }

    public TierPart? Tier { get; init; }

    public UsagePart? Usage { get; init; }

    internal sealed record TierPart
    {
        public decimal? MaxMonthlyCreditSpend { get; init; }

        public IReadOnlyDictionary<string, LimitPart?>? Models { get; init; }
    }

    internal sealed record LimitPart
    {
        public int? MaxConcurrentGenerations { get; init; }

        public int? MaxDailyGenerations { get; init; }
    }

    internal sealed record UsagePart
    {
        public IReadOnlyDictionary<string, CountPart?>? Models { get; init; }
    }

    internal sealed record CountPart
    {
        public int? DailyGenerations { get; init; }
    }
}
