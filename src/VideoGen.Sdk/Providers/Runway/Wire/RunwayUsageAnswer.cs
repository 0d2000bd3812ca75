namespace VideoGen.Sdk.Providers.Runway.Wire;

internal sealed record RunwayUsageAnswer
{
    public IReadOnlyList<DayPart>? Results { get; init; }

    internal sealed record DayPart
    {
        public DateOnly? Date { get; init; }

        public IReadOnlyList<AmountPart>? UsedCredits { get; init; }
    }

    internal sealed record AmountPart
    {
        public string? Model { get; init; }

        public decimal? Amount { get; init; }
    }
}
