namespace VideoGen.Sdk.Queue;

/// <summary>Jobs that may run now and differ only in age.</summary>
internal sealed class InMemoryLane(InMemoryLaneKey key, InMemoryTenant tenant)
{
    public InMemoryLaneKey Key { get; } = key;

    public InMemoryTenant Tenant { get; } = tenant;

    public InMemoryLine Line { get; } = new();

    /// <summary>Whether a claim may take from it.</summary>
    public bool IsFor(JobClaim claim, IReadOnlyList<QueuePause> pauses) =>
        claim.Stages?.Contains(Key.Stage) != false
        && (Key.Provider is null || claim.Providers?.Contains(Key.Provider) != false)
        && (pauses.Count == 0 || !ClaimOrder.IsPaused(Key.Rank, Key.Provider, pauses));
}
