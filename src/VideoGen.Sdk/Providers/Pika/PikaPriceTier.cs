namespace VideoGen.Sdk.Providers.Pika;

/// <summary>A price that holds for one size or length.</summary>
public sealed record PikaPriceTier
{
    /// <summary>Size it holds for, as the vendor writes it; null for all.</summary>
    public string? Resolution { get; init; }

    /// <summary>Length in seconds it holds for; null for all.</summary>
    public decimal? Seconds { get; init; }

    /// <summary>The price in USD.</summary>
    public required decimal AmountUsd { get; init; }
}
