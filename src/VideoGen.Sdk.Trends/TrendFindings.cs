namespace VideoGen.Sdk.Trends;

/// <summary>What one look at all sources brought.</summary>
public sealed record TrendFindings
{
    /// <summary>What each source brought, those that could not be read among them.</summary>
    public required IReadOnlyList<TrendBatch> Batches { get; init; }

    /// <summary>What it means.</summary>
    public required TrendRanking Ranking { get; init; }

    /// <summary>The best few, each different from the others, best first.</summary>
    public required IReadOnlyList<Trend> Chosen { get; init; }

    /// <summary>Trends that were passed over because they are too much like a chosen one.</summary>
    public required IReadOnlyList<LeftOutItem> PassedOver { get; init; }
}
