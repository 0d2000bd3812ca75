namespace VideoGen.Sdk.Costs;

/// <summary>What an attempt really cost.</summary>
public sealed record Settlement
{
    /// <summary>USD charged, 0 or more.</summary>
    public required decimal ChargeUsd { get; init; }

    /// <summary>How the attempt ended.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>Where the amount comes from.</summary>
    public required ChargeSource Source { get; init; }

    /// <summary>The vendor's id.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Playing time that was delivered; null leaves what was asked for.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>What is odd about it, in words; null when nothing.</summary>
    public string? Flag { get; init; }
}
