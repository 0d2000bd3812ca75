namespace VideoGen.Sdk.Providers;

/// <summary>An upper bound of a price, or the admission that none is known.</summary>
public sealed record PriceEstimate
{
    /// <summary>No price is known; the budget then fails closed unless a ceiling is declared.</summary>
    public static PriceEstimate Unknown { get; } = new();

    /// <summary>Free.</summary>
    public static PriceEstimate Free { get; } = new() { Usd = 0m };

    /// <summary>Why the model cannot do this at all, so that a plan passes it over, whatever ceiling or price is declared; null when it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Upper bound in USD, rounded up to a millionth; null when unknown.</summary>
    public decimal? Usd { get; init; }

    /// <summary>Whether the price is known only from resellers.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>The model cannot do this.</summary>
    /// <param name="obstacle">Why, in words for a plan.</param>
    public static PriceEstimate Impossible(string obstacle) => new() { Obstacle = obstacle };
}
