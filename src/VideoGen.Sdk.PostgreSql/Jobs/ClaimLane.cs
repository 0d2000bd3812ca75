namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Ready jobs that differ only in age lie in one lane: the oldest goes first.</summary>
/// <param name="Rank">Their rank.</param>
/// <param name="Tenant">Their tenant; empty without.</param>
/// <param name="Priority">Their priority, without what ageing adds.</param>
internal readonly record struct ClaimLane(int Rank, string Tenant, int Priority);
