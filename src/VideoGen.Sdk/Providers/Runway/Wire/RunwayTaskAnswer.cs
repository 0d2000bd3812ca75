namespace VideoGen.Sdk.Providers.Runway.Wire;

internal sealed record RunwayTaskAnswer
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public double? Progress { get; init; }

    public IReadOnlyList<string>? Output { get; init; }

    public string? Failure { get; init; }

    public string? FailureCode { get; init; }

    public RunwayCredits? EstimatedCost { get; init; }

    public RunwayCredits? Cost { get; init; }
}
