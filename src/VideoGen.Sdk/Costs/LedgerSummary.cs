namespace VideoGen.Sdk.Costs;

/// <summary>The lines of a stretch of time, summed in every direction. Groups are ordered by what they cost, dearest first, then by name.</summary>
public sealed record LedgerSummary
{
    /// <summary>All lines.</summary>
    public required LedgerTotals Total { get; init; }

    /// <summary>Every day of the stretch in order, also those without a line.</summary>
    public required IReadOnlyList<LedgerDay> ByDay { get; init; }

    /// <summary>By provider.</summary>
    public required IReadOnlyList<LedgerGroup> ByProvider { get; init; }

    /// <summary>By account, such as <c>kling/default</c>.</summary>
    public required IReadOnlyList<LedgerGroup> ByAccount { get; init; }

    /// <summary>By model, such as <c>kling/kling-v3</c>.</summary>
    public required IReadOnlyList<LedgerGroup> ByModel { get; init; }

    /// <summary>By tenant; null is none.</summary>
    public required IReadOnlyList<LedgerGroup> ByTenant { get; init; }

    /// <summary>By campaign; null is none.</summary>
    public required IReadOnlyList<LedgerGroup> ByCampaign { get; init; }

    /// <summary>By tag; a line counts under each of its tags, one without any under none.</summary>
    public required IReadOnlyList<LedgerGroup> ByTag { get; init; }
}
