namespace VideoGen.Sdk.Costs;

/// <summary>A limit that stands in the way.</summary>
public sealed record LimitRefusal
{
    /// <summary>The limit.</summary>
    public required Limit Limit { get; init; }

    /// <summary>What the attempt would take of it.</summary>
    public required decimal Asked { get; init; }

    /// <summary>What is left of it; never below zero.</summary>
    public required decimal Available { get; init; }

    /// <summary>When there may be room again; null when time does not heal it (a limit per video, a running place).</summary>
    public DateTimeOffset? ResetsAt { get; init; }
}
