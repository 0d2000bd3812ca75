namespace VideoGen.Sdk.Providers.Runway.Wire;

internal sealed record RunwayUsageWish
{
    public DateOnly? StartDate { get; init; }

    public DateOnly? BeforeDate { get; init; }
}
