namespace VideoGen.Sdk.Queue;

/// <summary>When an idempotency key may be given to another job. One rule for every store.</summary>
public static class JobKeys
{
    /// <summary>Whether a key whose time has passed is free: its job has ended, and no money of it is out. Without a time of its own a key lives as long as its job.</summary>
    /// <param name="job">The job that has the key.</param>
    /// <param name="expiresAt">When the key's time passes; null for never.</param>
    /// <param name="now">The store's time.</param>
    public static bool IsFree(VideoJob job, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        return expiresAt <= now && job is { IsEnded: true, UnverifiedUsd: 0m };
    }
}
