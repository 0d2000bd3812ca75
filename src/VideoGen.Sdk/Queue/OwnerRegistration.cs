namespace VideoGen.Sdk.Queue;

/// <summary>A process that runs jobs and renews its lease.</summary>
public sealed record OwnerRegistration
{
    /// <summary>Fresh for every start of a process; never used twice.</summary>
    public required string OwnerId { get; init; }

    /// <summary><c>inline</c> or <c>worker</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the machine, for people.</summary>
    public required string Machine { get; init; }

    /// <summary>How long the lease runs after each renewal.</summary>
    public required TimeSpan Lease { get; init; }
}
