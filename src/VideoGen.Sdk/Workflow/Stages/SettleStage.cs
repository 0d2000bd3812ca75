using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>Books what an ended attempt really cost and closes it; then says what follows. A charge is always booked before anything else is tried.</summary>
internal sealed class SettleStage(AttemptMoney money, AttemptCharge charge, FailurePolicy policy, ProviderHealth health) : IStage
{
    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        if (attempt is { Verdict: SubmissionVerdict.NotSent, Failure: null })
        {
            return await AnewAsync(job, attempt).ConfigureAwait(false);
        }

        if (attempt.Failure is null && attempt.FinalStatus?.State != ProviderJobState.Succeeded)
        {
            // Kept with the attempt: only failures that it remembers count against the candidate.
            attempt = attempt with { Failure = new ProviderFailure { Kind = ProviderFailureKind.Transient, Charge = ChargeCertainty.Unknown, Message = "the vendor gave no reason" } };
        }

        if (!attempt.IsClosed)
        {
            job = await CloseAsync(job, attempt).ConfigureAwait(false);
            attempt = job.CurrentAttempt!;
        }

        if (attempt.Outcome == AttemptOutcome.Succeeded)
        {
            return new StageResult.Advance(job);
        }

        var failure = attempt.Failure!;
        if (attempt.Verdict == SubmissionVerdict.Accepted)
        {
            health.ReportFailedVideo($"{attempt.Provider}/{attempt.Account}", failure);
        }

        if (attempt.FinalStatus?.State == ProviderJobState.Cancelled && !context.IsCancelAsked)
        {
            // Somebody stopped it in the vendor's console: to buy it again would be against their word.
            var sentence = $"All providers failed: {attempt.Provider} ({attempt.Spec.Model}): it was cancelled at the vendor, and not by this app; it is not bought again.";
            return new StageResult.Fail(job, JobFailureKind.AllProvidersFailed, sentence, failure);
        }

        return policy.Decide(job, attempt, failure) switch
        {
            FailureDecision.Retry retry => new StageResult.NextProvider(job, failure.Message, retry.Delay),
            FailureDecision.Stop stop => new StageResult.Fail(job, stop.Kind, SentenceOf(stop.Kind, job, attempt, failure), failure),
            _ => new StageResult.NextProvider(job, failure.Message),
        };
    }

    // This process could not send it; the same candidate is tried again, later each time.
    private async Task<StageResult> AnewAsync(VideoJob job, Attempt attempt)
    {
        var reason = job.Reason ?? "nothing was sent";
        if (!attempt.IsClosed)
        {
            job = await money.ReleaseAsync(job, attempt, AttemptOutcome.NotSent, null, reason).ConfigureAwait(false);
        }

        return new StageResult.NextProvider(job, reason, Backoff.Full(job.Attempts.Count(a => a is { Verdict: SubmissionVerdict.NotSent, Failure: null }), TimeSpan.FromMinutes(1)));
    }

    private async Task<VideoJob> CloseAsync(VideoJob job, Attempt attempt)
    {
        var outcome = attempt.Verdict switch
        {
            SubmissionVerdict.NotSent => AttemptOutcome.NotSent,
            SubmissionVerdict.Rejected => AttemptOutcome.Rejected,
            _ => attempt.FinalStatus?.State == ProviderJobState.Succeeded ? AttemptOutcome.Succeeded : AttemptOutcome.Failed,
        };
        if (outcome == AttemptOutcome.NotSent)
        {
            return await money.ReleaseAsync(job, attempt, outcome, attempt.Failure, attempt.Failure?.Message ?? "not sent").ConfigureAwait(false);
        }

        return charge.Of(attempt, outcome) switch
        {
            null => await money.LeaveUnverifiedAsync(job, attempt, outcome, "the vendor does not say what it cost").ConfigureAwait(false),
            { ChargeUsd: 0m } when outcome != AttemptOutcome.Succeeded => await money.ReleaseAsync(job, attempt, outcome, attempt.Failure, attempt.Failure?.Message ?? "free").ConfigureAwait(false),
            { } settlement => await money.SettleAsync(job, attempt, settlement).ConfigureAwait(false),
        };
    }

    private static string SentenceOf(JobFailureKind kind, VideoJob job, Attempt attempt, ProviderFailure failure) => kind == JobFailureKind.AllProvidersFailed
        ? $"All providers failed: {string.Join("; ", job.Attempts.Select(AttemptSentence.Of))}."
        : $"{attempt.Provider} ({attempt.Spec.Model}): {failure.Message}";
}
