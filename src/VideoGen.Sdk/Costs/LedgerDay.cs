namespace VideoGen.Sdk.Costs;

/// <summary>The lines reserved on one day.</summary>
/// <param name="Day">The day, in the zone that was asked for.</param>
/// <param name="Totals">What they say.</param>
public sealed record LedgerDay(LimitPeriod Day, LedgerTotals Totals);
