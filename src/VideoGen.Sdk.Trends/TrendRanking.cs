namespace VideoGen.Sdk.Trends;

/// <summary>Trends in the order of their score, and what was left out.</summary>
public sealed record TrendRanking
{
    /// <summary>The best, highest score first; at most <c>MostRanked</c> of the options.</summary>
    public required IReadOnlyList<Trend> Trends { get; init; }

    /// <summary>Trends and items that may not or cannot be used, with the reason.</summary>
    public required IReadOnlyList<LeftOutItem> LeftOut { get; init; }

    /// <summary>How many different trends there were.</summary>
    public required int Found { get; init; }
}
