using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Ends the money of an attempt that came to nothing, and closes it. The one place that does.</summary>
internal sealed partial class AttemptMoney(ICostStore costs, TimeProvider timeProvider, ILogger<AttemptMoney> logger)
{
    /// <summary>Releases what is held after a decided outcome that cost nothing, and closes the attempt.</summary>
    public async Task<VideoJob> ReleaseAsync(VideoJob job, Attempt attempt, AttemptOutcome outcome, ProviderFailure? failure, string reason)
    {
        var line = await costs.ReleaseAsync(new AttemptKey(job.Id, attempt.Number), outcome, reason, CancellationToken.None).ConfigureAwait(false);
        line = await costs.ReleasePresumedAsync(line, outcome, ChargeSource.Vendor).ConfigureAwait(false);
        return Close(job with { CostUsd = job.CostUsd + line.ChargedUsd }, attempt with { Failure = failure ?? attempt.Failure }, outcome);
    }

    /// <summary>Gives back a hold whose POST never began, and closes the attempt. What a later owner did with that hold stays.</summary>
    public async Task<VideoJob> WithdrawAsync(VideoJob job, Attempt attempt, ProviderFailure? failure, string reason, string? heldUnder = null)
    {
        // An owner may have died between the hold and its save: the ledger knows it, the job does not.
        var key = new AttemptKey(job.Id, attempt.Number);
        if (attempt.HeldAt is not null || await costs.FindAsync(key, CancellationToken.None).ConfigureAwait(false) is not null)
        {
            await costs.WithdrawAsync(key, heldUnder ?? attempt.ClientReference, reason, CancellationToken.None).ConfigureAwait(false);
        }

        return Close(job, attempt with { Failure = failure ?? attempt.Failure }, AttemptOutcome.NotSent);
    }

    /// <summary>After a save that the fence refused: gives back the hold of an attempt that the job, as it now is, does not go on with.</summary>
    public async Task LetGoAsync(VideoJob refused, VideoJob? now)
    {
        if (refused.CurrentAttempt is { HeldAt: not null, IntentAt: null } mine
            && now?.Attempts.Any(a => a.Number == mine.Number && a.ClientReference == mine.ClientReference && !a.IsClosed) != true)
        {
            await costs.WithdrawAsync(new AttemptKey(refused.Id, mine.Number), mine.ClientReference, "held by an owner that had lost the job", CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Books a charge and closes the attempt.</summary>
    public async Task<VideoJob> SettleAsync(VideoJob job, Attempt attempt, Settlement settlement)
    {
        var line = await costs.SettleAsync(new AttemptKey(job.Id, attempt.Number), settlement, CancellationToken.None).ConfigureAwait(false);
        LogCharged(attempt.Provider, line.ChargedUsd, job.Id, attempt.Number, settlement.Source);
        return Close(job with { CostUsd = job.CostUsd + line.ChargedUsd }, attempt, settlement.Outcome);
    }

    /// <summary>Leaves the money held as unverified and closes the attempt: what it cost stays unknown.</summary>
    public async Task<VideoJob> LeaveUnverifiedAsync(VideoJob job, Attempt attempt, AttemptOutcome outcome, string reason)
    {
        var line = await costs.MarkUnverifiedAsync(new AttemptKey(job.Id, attempt.Number), reason, CancellationToken.None).ConfigureAwait(false);
        return Close(job with { UnverifiedUsd = job.UnverifiedUsd + line.ReservedUsd }, attempt, outcome);
    }

    /// <summary>Notes that nobody knows what became of the POST; the attempt stays open and its money held.</summary>
    public Task DoubtAsync(VideoJob job, Attempt attempt, string reason) =>
        costs.MarkUnverifiedAsync(new AttemptKey(job.Id, attempt.Number), reason, CancellationToken.None);

    /// <summary>Raises the hold when the vendor's own upper bound is higher than ours. A bound that no money could pay is not believed beyond what the ledger counts.</summary>
    public async Task<Attempt> RaiseAsync(VideoJob job, Attempt attempt, decimal? estimateUsd)
    {
        if (estimateUsd is not { } stated || stated <= attempt.EstimateUsd)
        {
            return attempt;
        }

        var believed = Math.Min(stated, AttemptCharge.LargestUsd);
        await costs.RaiseAsync(new AttemptKey(job.Id, attempt.Number), believed, "the vendor's own estimate is higher", CancellationToken.None).ConfigureAwait(false);
        return attempt with { EstimateUsd = believed };
    }

    private VideoJob Close(VideoJob job, Attempt attempt, AttemptOutcome outcome) =>
        job.WithAttempt(attempt with { Outcome = outcome, ClosedAt = timeProvider.GetUtcNow() });

    [LoggerMessage(1213, LogLevel.Information, "{Provider} charged {ChargedUsd} USD for job {JobId}, attempt {Attempt} (source: {Source}).")]
    private partial void LogCharged(string provider, decimal chargedUsd, string jobId, int attempt, ChargeSource source);
}
