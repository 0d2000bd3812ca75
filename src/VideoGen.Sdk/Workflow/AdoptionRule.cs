using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>A job under which owner after owner dies is taken out of the way, unless that would strand a paid video.</summary>
internal sealed class AdoptionRule(ProviderRegistry registry)
{
    private const int Most = 3;

    /// <summary>What to do instead of running it; null to run it. Parked frees what is held; a job with money out asks a person and stays on a schedule.</summary>
    public StageResult? Instead(StoredJob stored)
    {
        var (job, stamp) = stored;
        if (stamp.Adoptions < Most || CostsOnlyTime(job))
        {
            return null;
        }

        var reason = $"{stamp.Adoptions} processes in a row died in stage {job.Stage}.";
        return IsMoneyOut(job) ? new StageResult.NeedsAttention(job, reason, TimeSpan.FromMinutes(5)) : new StageResult.Park(job, reason);
    }

    // Whoever was killed three times while rendering starts it a fourth time to have the video, not an error.
    private bool CostsOnlyTime(VideoJob job) =>
        job.CurrentAttempt is { } attempt && registry.Find(attempt.Provider, attempt.Account)?.Provider.Descriptor is { IsPaid: false, IsSubmitRepeatable: true };

    /// <summary>Whether a vendor may have been paid for something that is not handed out yet. Such a job is never failed or parked by a fault of ours.</summary>
    public static bool IsMoneyOut(VideoJob job) => job.CurrentAttempt is { IntentAt: not null, IsClosed: false } or { Outcome: AttemptOutcome.Succeeded };
}
