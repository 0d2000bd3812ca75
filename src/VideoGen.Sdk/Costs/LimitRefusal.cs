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

    /// <summary>
    /// When there may be room again: the end of the day or month, or the first instant at which enough has left a rolling window, where a submission still to be posted is
    /// taken as posted now. Null when time does not heal it (a limit per video, a running place, open money, or more asked than the whole bound).
    /// </summary>
    public DateTimeOffset? ResetsAt { get; init; }
}
