namespace VideoGen.Sdk.Providers;

/// <summary>A vendor's answer about one job.</summary>
public sealed record ProviderJobStatus
{
    /// <summary>How it stands.</summary>
    public required ProviderJobState State { get; init; }

    /// <summary>The vendor's own word for it.</summary>
    public string? WireState { get; init; }

    /// <summary>Share done, 0 to 1; null where the vendor says none.</summary>
    public double? Progress { get; init; }

    /// <summary>Links to the outputs as they came; may expire. Never empty when succeeded, unless the output needs the vendor's own call.</summary>
    public IReadOnlyList<Uri> Outputs { get; init => field = value ?? []; } = [];

    /// <summary>Real length of the clip, where stated.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What was charged in USD, where the vendor states it; final once the job has ended.</summary>
    public decimal? ChargeUsd { get; init; }

    /// <summary>The vendor's present upper bound of the price in USD.</summary>
    public decimal? EstimateUsd { get; init; }

    /// <summary>Why it failed; its <see cref="ProviderFailure.Charge"/> says who pays.</summary>
    public ProviderFailure? Failure { get; init; }

    /// <summary>How long the vendor asks to wait before the next status request.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Our client reference as the vendor echoes it; null where it does not.</summary>
    public string? ClientReference { get; init; }

    /// <summary>Whether it has ended at the vendor.</summary>
    public bool IsEnded => State is ProviderJobState.Succeeded or ProviderJobState.Failed or ProviderJobState.Cancelled;
}
