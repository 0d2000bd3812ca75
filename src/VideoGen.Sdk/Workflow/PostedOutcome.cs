using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Carries what became of a POST into the job. Wait and Settle pass over an attempt that was never accepted.</summary>
internal sealed partial class PostedOutcome(
    PaidPost post, LostAnswer lostAnswer, ICostStore costs, AttemptMoney money, ProviderHealth health, ProviderRegistry registry, TimeProvider timeProvider, ILogger<PostedOutcome> logger)
{
    /// <summary>Posts now, and records and applies the outcome.</summary>
    public async Task<StageResult> PostAsync(VideoJob job, Attempt attempt, IVideoProvider provider, SubmissionBody body)
    {
        LogSubmitted(attempt.Provider, attempt.Account, job.Id, attempt.Number, attempt.EstimateUsd);
        var outcome = await post.SendAsync(provider, body).ConfigureAwait(false);
        if (outcome is SubmissionOutcome.Accepted)
        {
            // Only an answer to the POST shows that the account answers; what a callback, a look-up or a person says does not.
            health.ReportSuccess($"{attempt.Provider}/{attempt.Account}");
        }

        var record = await post.RecordAsync(job.Id, attempt, outcome, "submit").ConfigureAwait(false);
        return record.Verdict == SubmissionVerdict.Unknown
            ? await lostAnswer.BeginAsync(job, attempt, provider, record.Failure).ConfigureAwait(false)
            : await ApplyAsync(job, attempt, record).ConfigureAwait(false);
    }

    /// <summary>Applies a decided outcome, whoever recorded it.</summary>
    public async Task<StageResult> ApplyAsync(VideoJob job, Attempt attempt, SubmissionRecord record)
    {
        var id = $"{attempt.Provider}/{attempt.Account}";
        if (record is { Verdict: SubmissionVerdict.NotSent } && (record.Source == PaidPost.Own || record.Failure is null))
        {
            // Nothing reached the vendor, and not for its fault: neither its health nor its number of tries knows of it.
            return new StageResult.Advance(job.WithAttempt(attempt with { Verdict = record.Verdict, Failure = null }) with { Reason = record.Failure?.Message ?? "nothing was sent" });
        }

        if (record.Verdict != SubmissionVerdict.Accepted)
        {
            var failure = record.Failure ?? new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "refused without a reason" };
            if (record.Source != PaidPost.Person)
            {
                health.ReportFailure(id, failure);
            }

            return new StageResult.Advance(job.WithAttempt(attempt with { Verdict = record.Verdict, Failure = failure }) with { Reason = null });
        }

        await costs.MarkVerifiedAsync(new AttemptKey(job.Id, attempt.Number), record.RemoteId!, CancellationToken.None).ConfigureAwait(false);
        attempt = await money.RaiseAsync(job, attempt, record.EstimateUsd).ConfigureAwait(false);

        // The id of a free provider may be the recipe itself; nobody needs it to find money again.
        var isPaid = registry.Find(attempt.Provider, attempt.Account)?.Provider.Descriptor.IsPaid ?? true;
        LogAccepted(attempt.Provider, job.Id, attempt.Number, isPaid ? record.RemoteId! : "of a free provider");
        return new StageResult.Advance(job.WithAttempt(attempt with
        {
            Verdict = SubmissionVerdict.Accepted,
            RemoteId = record.RemoteId,
            AcceptedAt = record.At == default ? timeProvider.GetUtcNow() : record.At,
        }) with
        { Reason = null });
    }

    [LoggerMessage(1211, LogLevel.Information, "Submitted to {Provider}/{Account}: job {JobId}, attempt {Attempt}, at most {EstimateUsd} USD held.")]
    private partial void LogSubmitted(string provider, string account, string jobId, int attempt, decimal estimateUsd);

    [LoggerMessage(1212, LogLevel.Information, "{Provider} accepted job {JobId}, attempt {Attempt}: remote id {RemoteId}.")]
    private partial void LogAccepted(string provider, string jobId, int attempt, string remoteId);
}
