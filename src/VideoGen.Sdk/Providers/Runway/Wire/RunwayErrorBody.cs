namespace VideoGen.Sdk.Providers.Runway.Wire;

/// <summary>The vendor's own envelope: one sentence, and for bodies the list of what is wrong.</summary>
internal sealed record RunwayErrorBody
{
    public string? Error { get; init; }

    /// <summary>What the API gateway in front says in place of <see cref="Error"/>.</summary>
    public string? Message { get; init; }

    public IReadOnlyList<RunwayIssue>? Issues { get; init; }
}
