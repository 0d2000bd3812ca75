namespace VideoGen.Sdk.Queue;

/// <summary>The one rule of who may save a job, in words for the loser. Stores check the same in the statement that writes.</summary>
public static class JobFence
{
    /// <summary>Why a stamp may not save; null when it may.</summary>
    /// <param name="jobId">The job, for the sentence.</param>
    /// <param name="present">The stamp in the store.</param>
    /// <param name="given">The stamp of the caller.</param>
    /// <param name="isOwnerAlive">Whether the owner in the store is registered and neither dead nor retired.</param>
    public static string? Refusal(string jobId, JobStamp present, JobStamp given, bool isOwnerAlive)
    {
        if (present.OwnerId is null)
        {
            return $"Nobody owns job {jobId}; take it before saving it.";
        }

        if (present.OwnerId != given.OwnerId)
        {
            return $"Job {jobId} belongs to owner '{present.OwnerId}' now.";
        }

        if (present.Epoch != given.Epoch)
        {
            return $"Job {jobId} changed hands: epoch {present.Epoch}, not {given.Epoch}.";
        }

        if (!isOwnerAlive)
        {
            return $"Owner '{given.OwnerId}' of job {jobId} was declared dead or retired.";
        }

        return present.Version == given.Version ? null : $"Job {jobId} was saved meanwhile: version {present.Version}, not {given.Version}.";
    }
}
