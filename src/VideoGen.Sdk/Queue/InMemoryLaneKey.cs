namespace VideoGen.Sdk.Queue;

/// <summary>All that decides about a claim besides age.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Priority">The priority, not aged.</param>
/// <param name="Tenant">The tenant; empty without.</param>
/// <param name="Provider">The provider that the jobs need; null for any.</param>
/// <param name="Stage">The stage to run.</param>
internal readonly record struct InMemoryLaneKey(int Rank, VideoPriority Priority, string Tenant, string? Provider, string Stage)
{
    public static InMemoryLaneKey Of(VideoJob job) => new(ClaimOrder.RankOf(job), job.Priority, job.Request.Tenant ?? "", ClaimOrder.ProviderOf(job), job.Stage);
}
