namespace VideoGen.Sdk;

/// <summary>A failure as facts to branch on. Carries no key, no signed link and no prompt.</summary>
public sealed record ProviderFailure
{
    /// <summary>What went wrong.</summary>
    public required ProviderFailureKind Kind { get; init; }

    /// <summary>Whether it cost money.</summary>
    public ChargeCertainty Charge { get; init; }

    /// <summary>How long the vendor asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The vendor's own code, as it came.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Message { get; init; }
}
