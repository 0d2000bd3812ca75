namespace VideoGen.Sdk.Providers;

/// <summary>An upper bound of a price, or the admission that none is known.</summary>
public sealed record PriceEstimate
{
    /// <summary>No price is known; the budget then fails closed unless a ceiling is declared.</summary>
    public static PriceEstimate Unknown { get; } = new();

    /// <summary>Free.</summary>
    public static PriceEstimate Free { get; } = new() { Usd = 0m };

    /// <summary>Upper bound in USD, rounded up to a millionth; null when unknown.</summary>
    public decimal? Usd { get; init; }

    /// <summary>Whether the price is known only from resellers.</summary>
    public bool IsUnconfirmed { get; init; }
}
