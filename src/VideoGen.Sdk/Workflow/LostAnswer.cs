using Microsoft.Extensions.Options;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>What is done about a POST whose answer nobody has: replay under the vendor's key where its text allows, else look up; never a second job, never a release.</summary>
internal sealed class LostAnswer(IJobStore store, ICostStore costs, AttemptMoney money, PaidPost post, ProviderHealth health, ReplayRule replays, IOptionsMonitor<WorkflowOptions> options)
{
    private static readonly TimeSpan[] LookAgain = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>An answer was lost just now.</summary>
    public async Task<StageResult> BeginAsync(VideoJob job, Attempt attempt, IVideoProvider provider, ProviderFailure? reason)
    {
        var failure = reason ?? new ProviderFailure { Kind = ProviderFailureKind.UnknownOutcome, Charge = ChargeCertainty.Unknown, Message = "the outcome is unknown" };
        health.ReportFailure(provider.Descriptor.Id, failure);
        await costs.MarkUnverifiedAsync(new AttemptKey(job.Id, attempt.Number), failure.Message, CancellationToken.None).ConfigureAwait(false);
        job = job.WithAttempt(attempt with { Verdict = SubmissionVerdict.Unknown, Failure = failure });
        if (!provider.Descriptor.CanFind && provider.Descriptor.ReplayWindow is null && !provider.Descriptor.SendsCallbacks)
        {
            // Nothing can ever be looked up here: waiting would only delay the bad news.
            return await LeaveAsync(job, job.CurrentAttempt!).ConfigureAwait(false);
        }

        return new StageResult.RetryLater(job, await UntilLookupAsync(attempt, provider.Descriptor).ConfigureAwait(false), $"the answer of {attempt.Provider} was lost ({failure.Message}); it will be looked up");
    }

    /// <summary>An intent without an outcome was found, or it is time to look again.</summary>
    public async Task<LostAnswerVerdict> ResolveAsync(StageContext context, IVideoProvider provider, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        var wait = await UntilLookupAsync(attempt, provider.Descriptor).ConfigureAwait(false);
        if (wait > TimeSpan.Zero)
        {
            return new(new StageResult.RetryLater(job, wait, "a submit may still be under way; its outcome is looked up when it no longer can be"));
        }

        if (await FindAsync(job, attempt, provider, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return new(await post.RecordAsync(job.Id, attempt, new SubmissionOutcome.Accepted(found), "lookup").ConfigureAwait(false));
        }

        if (await TryReplayAsync(context, provider, cancellationToken).ConfigureAwait(false) is { } replayed)
        {
            return new(replayed);
        }

        return new(await LeaveAsync(job, attempt).ConfigureAwait(false));
    }

    private async Task<StageResult> LeaveAsync(VideoJob job, Attempt attempt)
    {
        var failure = attempt.Failure ?? new ProviderFailure { Kind = ProviderFailureKind.UnknownOutcome, Charge = ChargeCertainty.Unknown, Message = "the process died while submitting" };
        attempt = attempt with { Verdict = SubmissionVerdict.Unknown, Failure = failure, Lookups = attempt.Lookups + 1 };
        if (job.Request.AllowPossibleDoubleCharge ?? options.CurrentValue.AllowPossibleDoubleCharge)
        {
            var left = await money.LeaveUnverifiedAsync(job, attempt, AttemptOutcome.Unknown, failure.Message).ConfigureAwait(false);
            return new StageResult.NextProvider(left, "the outcome is unknown and the caller allows a possible double charge");
        }

        var line = await costs.MarkUnverifiedAsync(new AttemptKey(job.Id, attempt.Number), failure.Message, CancellationToken.None).ConfigureAwait(false);
        return new StageResult.NeedsAttention(
            job.WithAttempt(attempt),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Nobody knows whether {attempt.Provider} accepted attempt {attempt.Number} ({failure.Message}). {line.ReservedUsd:0.00####} USD stay held; nothing is sent again. Look for {attempt.ClientReference} in the vendor's console."),
            LookAgain[Math.Min(attempt.Lookups - 1, LookAgain.Length - 1)]);
    }

    /// <summary>The remote id that belongs to this attempt and to no other; null when none can be found.</summary>
    public async Task<string?> FindAsync(VideoJob job, Attempt attempt, IVideoProvider provider, CancellationToken cancellationToken)
    {
        if (!provider.Descriptor.CanFind)
        {
            return null;
        }

        try
        {
            var match = await provider.FindAsync(Remote.Trace(attempt), cancellationToken).ConfigureAwait(false);
            return match is RemoteJobMatch.Found found
                && !job.Attempts.Any(a => a.Number != attempt.Number && a.Provider == attempt.Provider && a.Account == attempt.Account && a.RemoteId == found.RemoteId)
                && !await store.IsRemoteIdTakenAsync(attempt.Provider, attempt.Account, found.RemoteId, job.Id, cancellationToken).ConfigureAwait(false)
                ? found.RemoteId
                : null;
        }
        catch (ProviderCallException)
        {
            // A look-up that fails says nothing; the schedule brings the next one.
            return null;
        }
    }

    /// <summary>Same attempt, same key, same bytes: the vendor's text states that the first job comes back.</summary>
    private async Task<SubmissionRecord?> TryReplayAsync(StageContext context, IVideoProvider provider, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        var intent = await store.FindIntentAsync(job.Id, attempt.Number, cancellationToken).ConfigureAwait(false);
        if (intent is not { IsReplayable: true, IdempotencyKey: not null } || provider.Descriptor.ReplayWindow is not { } window
            || await store.GetTimeAsync(cancellationToken).ConfigureAwait(false) - intent.SavedAt >= window
            || !await replays.AllowsAsync(context, cancellationToken).ConfigureAwait(false)
            || !await post.StartAsync(job.Id, attempt.Number).ConfigureAwait(false)
            || (!context.Owner.IsFreshEnoughToPost && !await post.RenewAsync(context.Owner).ConfigureAwait(false)))
        {
            return null;
        }

        var outcome = await post.SendAsync(provider, PaidPost.BodyOf(intent)).ConfigureAwait(false);

        if (outcome is not SubmissionOutcome.Accepted)
        {
            // A refused or unsent replay says nothing about the first POST.
            return null;
        }

        health.ReportSuccess(provider.Descriptor.Id);
        return await post.RecordAsync(job.Id, attempt, outcome, "replay").ConfigureAwait(false);
    }

    /// <summary>How long the submit of this attempt, or its answer, may still be under way; not above zero once it cannot be.</summary>
    public async Task<TimeSpan> UntilLookupAsync(Attempt attempt, ProviderDescriptor? descriptor)
    {
        var now = await store.GetTimeAsync(CancellationToken.None).ConfigureAwait(false);
        return (attempt.IntentAt ?? now) + post.DeadlineOf(descriptor) + options.CurrentValue.LookupMargin - now;
    }
}
