namespace VideoGen.Sdk.Providers.Runway.Wire;

internal sealed record RunwayCreated
{
    public string? Id { get; init; }

    /// <summary>The most that the task may charge; new in August 2026, so it may be absent.</summary>
    public RunwayCredits? EstimatedCost { get; init; }
}
