namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Ready jobs that differ only in age.</summary>
/// <param name="Rank">Their rank.</param>
/// <param name="Tenant">Their tenant; empty without.</param>
/// <param name="Priority">Their priority.</param>
internal readonly record struct ClaimLane(int Rank, string Tenant, VideoPriority Priority);
