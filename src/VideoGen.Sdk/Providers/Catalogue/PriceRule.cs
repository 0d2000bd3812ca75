namespace VideoGen.Sdk.Providers.Catalogue;

/// <summary>A price in USD. All parts that are set are added; the sum is never under the minimum.</summary>
public sealed record PriceRule
{
    /// <summary>Holds only where the vendor's folder asks for this case, such as <c>voice</c>; null for the ordinary one.</summary>
    public string? Case { get; init; }

    /// <summary>Holds for this resolution only; null for all.</summary>
    public VideoResolution? Resolution { get; init; }

    /// <summary>USD per second of output.</summary>
    public decimal? PerSecondUsd { get; init; }

    /// <summary>USD per clip.</summary>
    public decimal? PerClipUsd { get; init; }

    /// <summary>USD per second of video handed in.</summary>
    public decimal? PerInputSecondUsd { get; init; }

    /// <summary>USD per picture handed in.</summary>
    public decimal? PerImageUsd { get; init; }

    /// <summary>Seconds are charged in steps of this many, rounded up; null charges them as they are.</summary>
    public decimal? StepSeconds { get; init; }

    /// <summary>Least charge in USD.</summary>
    public decimal? MinimumUsd { get; init; }

    /// <summary>First day on which it holds; null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day on which it no longer holds; null for open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is known only from resellers.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Where it was read, where that differs from the model's source.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the rule holds for this resolution on this day.</summary>
    public bool Holds(VideoResolution? resolution, DateOnly day) =>
        (Resolution is null || Resolution == resolution) && (From is null || day >= From) && (Until is null || day < Until);
}
