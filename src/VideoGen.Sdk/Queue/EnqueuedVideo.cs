namespace VideoGen.Sdk.Queue;

/// <summary>What became of an enqueue.</summary>
/// <param name="JobId">The job.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsNew">False: the idempotency key was known with the same request, and nothing was made.</param>
public sealed record EnqueuedVideo(string JobId, VideoState State, bool IsNew);
