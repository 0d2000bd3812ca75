namespace VideoGen.Sdk.Costs;

/// <summary>The lines that share a name.</summary>
/// <param name="Name">Provider, account (<c>kling/default</c>), model (<c>kling/kling-v3</c>), tenant, campaign or tag; null for lines without one.</param>
/// <param name="Totals">What they say.</param>
public sealed record LedgerGroup(string? Name, LedgerTotals Totals);
