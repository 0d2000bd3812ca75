using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>A row of <c>job_keys</c>, and whether its job has ended with no money out: by columns, so that an unreadable payload holds nothing up.</summary>
internal sealed record KnownKey(string JobId, string Fingerprint, DateTimeOffset? ExpiresAt, bool IsSettled)
{
    /// <summary>As <see cref="JobKeys.IsFree"/>.</summary>
    public bool IsFreeAt(DateTimeOffset now) => IsSettled && ExpiresAt <= now;
}
