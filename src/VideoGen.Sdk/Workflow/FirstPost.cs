using VideoGen.Sdk.Assets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow;

/// <summary>Everything before the one POST of an attempt: is it still worth sending, the body, the saved intent, the proof that this owner is alive.</summary>
internal sealed class FirstPost(IJobStore store, ICostStore costs, AttemptMoney money, SubmissionDraft draft, PaidPost post, PostedOutcome posted, HoldPeriod period, ProviderHealth health)
{
    public async Task<StageResult> RunAsync(StageContext context, IVideoProvider provider, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        var now = await store.GetTimeAsync(cancellationToken).ConfigureAwait(false);
        if (Deadlines.IsPassedBeforeSubmit(job, now))
        {
            return new StageResult.Fail(
                await money.WithdrawAsync(job, attempt, null, "deadline passed before the submit").ConfigureAwait(false), JobFailureKind.DeadlinePassed, "The deadline passed before anything was sent.");
        }

        if (await StaleAsync(attempt, job, now, cancellationToken).ConfigureAwait(false) is { } stale)
        {
            return new StageResult.NextProvider(await money.WithdrawAsync(job, attempt, null, stale).ConfigureAwait(false), $"{stale}; it is made anew");
        }

        SubmissionBody body;
        try
        {
            body = await provider.ComposeAsync(draft.TaskOf(job, attempt), cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderCallException e)
        {
            return await CloseAsync(job, attempt, e.Failure ?? new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Message = e.Message }).ConfigureAwait(false);
        }
        catch (AssetStoreException e)
        {
            return (StageResult?)InputTrouble.Again(job, e) ?? InputTrouble.End(await money.WithdrawAsync(job, attempt, InputTrouble.FailureOf(e), "an input cannot be read").ConfigureAwait(false), e);
        }

        if (!health.MayPost(provider.Descriptor.Id))
        {
            // An answer was lost since this was planned: what waits behind it would be lost as well.
            return new StageResult.NextProvider(await money.WithdrawAsync(job, attempt, null, "the account is left alone after a fault").ConfigureAwait(false), "the account is left alone after a fault");
        }

        return await SendAsync(context, provider, body, attempt with { IntentAt = now, Route = body.Route, AccountPrint = provider.PrintAccount(attempt.ClientReference) }).ConfigureAwait(false);
    }

    // Why this hold is not posted on; null when it is.
    private async Task<string?> StaleAsync(Attempt attempt, VideoJob job, DateTimeOffset now, CancellationToken cancellationToken) =>
        attempt.HeldAt is not { } heldAt || !period.IsSame(heldAt, now) ? "the hold is of an earlier day or month"
        : await costs.FindAsync(new AttemptKey(job.Id, attempt.Number), cancellationToken).ConfigureAwait(false) is not { State: LineState.Reserved } ? "the hold was released before"
        : attempt.Inputs.Any(i => i.ExpiresAt <= now) ? "uploaded inputs have expired"
        : null;

    private async Task<StageResult> SendAsync(StageContext context, IVideoProvider provider, SubmissionBody body, Attempt attempt)
    {
        var job = context.Job;
        SubmissionIntent? saved;
        try
        {
            saved = await context.SaveIntentAsync(store, job.WithAttempt(attempt), SubmissionDraft.IntentOf(job, attempt, body), CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // Perhaps it was written. This process knows that nothing was sent, and only this process could send it: it says so while it is here to say it.
            await NotSentAsync(context, job, attempt, body, "the intent could not be saved").ConfigureAwait(false);
            throw;
        }

        if (saved is null)
        {
            health.ReportNotPosted(provider.Descriptor.Id);
            return new StageResult.Dropped("the fence refused the intent");
        }

        // From here to the recorded outcome no caller's or shutdown token is observed.
        attempt = attempt with { IntentAt = saved.SavedAt };
        if (!await post.StartAsync(job.Id, attempt.Number).ConfigureAwait(false))
        {
            return await NotSentAsync(context, job, attempt, body, "the ledger could not be written").ConfigureAwait(false);
        }

        return context.Owner.IsFreshEnoughToPost || await post.RenewAsync(context.Owner).ConfigureAwait(false)
            ? await posted.PostAsync(job.WithAttempt(attempt), attempt, provider, body).ConfigureAwait(false)
            : await NotSentAsync(context, job, attempt, body, "this process could not prove in time that it is alive").ConfigureAwait(false);
    }

    /// <summary>Writes down that nothing left. An owner that may be dead keeps silent where the next one may replay: its word could undo that acceptance.</summary>
    private async Task<StageResult> NotSentAsync(StageContext context, VideoJob job, Attempt attempt, SubmissionBody body, string why)
    {
        health.ReportNotPosted($"{attempt.Provider}/{attempt.Account}");
        if (body.IsReplayable && !context.Owner.IsFreshEnoughToPost)
        {
            return new StageResult.Dropped(why);
        }

        var record = await post.RecordAsync(job.Id, attempt, PaidPost.NotSent(why), PaidPost.Own).ConfigureAwait(false);
        return await posted.ApplyAsync(job, attempt, record).ConfigureAwait(false);
    }

    private async Task<StageResult> CloseAsync(VideoJob job, Attempt attempt, ProviderFailure failure)
    {
        var closed = await money.WithdrawAsync(job, attempt, failure, failure.Message).ConfigureAwait(false);
        return failure.Kind == ProviderFailureKind.InvalidRequest
            ? new StageResult.Fail(closed, JobFailureKind.InvalidRequest, failure.Message, failure)
            : new StageResult.NextProvider(closed, failure.Message);
    }
}
