namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>What a scope counts in one calendar period.</summary>
internal sealed record MeterRow(long MicroUsd, long Submissions);
