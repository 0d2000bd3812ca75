namespace VideoGen.Sdk.Queue;

internal sealed partial class InMemoryJobs
{
    private readonly HashSet<string> forgotten = new(StringComparer.Ordinal);

    public bool IsInputUsed(string assetId, IReadOnlyCollection<string> exceptJobIds) =>
        jobs.Values.Any(row => !exceptJobIds.Contains(row.Job.Id) && JobAssets.InputsOf(row.Job.Request).Contains(assetId));

    /// <summary>Erases the job and its key when it has ended or is parked and nobody else has it.</summary>
    public bool Forget(string jobId, string? ownerId)
    {
        if (Find(jobId) is not { } row || !(row.Job.IsEnded || row.Job.State == VideoState.Parked) || (row.Stamp.OwnerId is { } owner && owner != ownerId))
        {
            return false;
        }

        jobs.Remove(jobId);
        forgotten.Add(jobId);
        if (row.Job.Request.IdempotencyKey is { } key && keys.TryGetValue((row.Job.Request.Tenant ?? "", key), out var known) && known.JobId == jobId)
        {
            keys.Remove((row.Job.Request.Tenant ?? "", key));
        }

        return true;
    }

    /// <summary>The key as it counts now; null when nobody has it any more.</summary>
    private (string JobId, string Fingerprint, DateTimeOffset? ExpiresAt)? KeyOf(string? tenant, string key) =>
        keys.TryGetValue((tenant ?? "", key), out var known) && !JobKeys.IsFree(jobs[known.JobId].Job, known.ExpiresAt, time.GetUtcNow()) ? known : null;
}
