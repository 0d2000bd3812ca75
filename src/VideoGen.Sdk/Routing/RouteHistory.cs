namespace VideoGen.Sdk.Routing;

/// <summary>What earlier attempts of the job mean for its next plan.</summary>
internal sealed record RouteHistory
{
    public static RouteHistory None { get; } = new() { JobId = "plan" };

    /// <summary>The job; limits per video count its attempts.</summary>
    public required string JobId { get; init; }

    /// <summary>Number that the next attempt would have.</summary>
    public int NextAttempt { get; init; } = 1;

    /// <summary>Accounts left out because of earlier attempts, by id, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeftOut { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a paid provider was tried already: a local draft never stands in for a paid video.</summary>
    public bool WasPaidTried { get; init; }
}
