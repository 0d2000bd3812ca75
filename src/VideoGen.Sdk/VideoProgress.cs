namespace VideoGen.Sdk;

/// <summary>Where a job is now. Reported after every change.</summary>
public sealed record VideoProgress
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }

    /// <summary>Its state.</summary>
    public required VideoState State { get; init; }

    /// <summary>The stage it is in, such as <c>Submit</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Share of the whole that is done, 0 to 1; never falls within an attempt.</summary>
    public double Fraction { get; init; }

    /// <summary>Provider of the current attempt.</summary>
    public string? Provider { get; init; }

    /// <summary>Model of the current attempt.</summary>
    public string? Model { get; init; }

    /// <summary>Number of the current attempt, from 1; 0 before the first.</summary>
    public int Attempt { get; init; }

    /// <summary>Money held now in USD.</summary>
    public decimal HeldUsd { get; init; }

    /// <summary>Money charged so far in USD.</summary>
    public decimal ChargedUsd { get; init; }

    /// <summary>One sentence for a person.</summary>
    public string? Message { get; init; }
}
