namespace VideoGen.Sdk.Queue;

/// <summary>What the order of a claim depends on.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Tenant">Its tenant; empty without.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="StartAt">Since when it might run (<see cref="ClaimOrder.StartOf"/>).</param>
public readonly record struct ClaimCandidate(string JobId, string Tenant, VideoPriority Priority, DateTimeOffset StartAt);
