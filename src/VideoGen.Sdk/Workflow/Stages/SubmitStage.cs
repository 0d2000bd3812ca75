using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>The blind moment: saves the intent, posts once, records the outcome. What an earlier owner left behind is looked up, never repeated.</summary>
internal sealed class SubmitStage(
    ProviderRegistry registry, IJobStore store, ICostStore costs, AttemptMoney money, JobInputs inputs, PaidPost post, LostAnswer lostAnswer, HoldPeriod period, ProviderHealth health, TenantAccess tenants, CallbackUrls callbacks, TimeProvider timeProvider) : IStage
{
    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        var records = await store.GetOutcomesAsync(job.Id, attempt.Number, cancellationToken).ConfigureAwait(false);
        if ((records.FirstOrDefault(r => r.Verdict == SubmissionVerdict.Accepted) ?? records.FirstOrDefault(r => r.Verdict != SubmissionVerdict.Unknown)) is { } decided)
        {
            return await ApplyAsync(job, attempt, decided).ConfigureAwait(false);
        }

        if (registry.Find(attempt.Provider, attempt.Account) is not { } registration)
        {
            return attempt.IntentAt is null
                ? new StageResult.NextProvider(await money.WithdrawAsync(job, attempt, null, "provider not registered").ConfigureAwait(false), "the provider is not registered in this process")
                : new StageResult.NeedsAttention(job, $"{attempt.Provider}/{attempt.Account} may work on a paid job but is not registered in this process.", TimeSpan.FromMinutes(1));
        }

        var provider = registration.Provider;
        if (attempt.IntentAt is null)
        {
            // Configuration may have changed since the hold: no key is ever used for another tenant's video.
            return tenants.Obstacle(registration, job.Request.Tenant) is { } foreign
                ? new StageResult.NextProvider(await money.WithdrawAsync(job, attempt, null, "the account is not this tenant's").ConfigureAwait(false), $"the account {foreign}")
                : await FirstPostAsync(context, provider, cancellationToken).ConfigureAwait(false);
        }

        if (provider.Descriptor.IsSubmitRepeatable && await store.FindIntentAsync(job.Id, attempt.Number, cancellationToken).ConfigureAwait(false) is { } intent)
        {
            return await PostAsync(job, attempt, provider, BodyOf(intent)).ConfigureAwait(false);
        }

        return await lostAnswer.ResolveAsync(context, provider, cancellationToken).ConfigureAwait(false) switch
        {
            { Record: { } found } => await ApplyAsync(job, attempt, found).ConfigureAwait(false),
            { Result: { } result } => result,
            _ => throw new InvalidOperationException("A lost answer was neither found nor judged."),
        };
    }

    private async Task<StageResult> FirstPostAsync(StageContext context, IVideoProvider provider, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        var now = await store.GetTimeAsync(cancellationToken).ConfigureAwait(false);
        if (Deadlines.IsPassedBeforeSubmit(job, now))
        {
            return new StageResult.Fail(
                await money.WithdrawAsync(job, attempt, null, "deadline passed before the submit").ConfigureAwait(false), JobFailureKind.DeadlinePassed, "The deadline passed before anything was sent.");
        }

        if (attempt.HeldAt is not { } heldAt || !period.IsSame(heldAt, now))
        {
            return new StageResult.NextProvider(
                await money.WithdrawAsync(job, attempt, null, "held in an earlier day or month").ConfigureAwait(false), "the hold is of an earlier day or month and is made anew");
        }

        if (await costs.FindAsync(new AttemptKey(job.Id, attempt.Number), cancellationToken).ConfigureAwait(false) is not { State: LineState.Reserved })
        {
            return new StageResult.NextProvider(
                await money.WithdrawAsync(job, attempt, null, "the hold was released before").ConfigureAwait(false), "the hold was released before; a new one is made");
        }

        if (attempt.Inputs.Any(i => i.ExpiresAt <= now))
        {
            return new StageResult.NextProvider(
                await money.WithdrawAsync(job, attempt, null, "uploaded inputs have expired").ConfigureAwait(false), "uploaded inputs have expired and are uploaded again");
        }

        SubmissionBody body;
        try
        {
            body = await provider.ComposeAsync(TaskOf(job, attempt), cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderCallException e)
        {
            return await CloseAsync(job, attempt, AttemptOutcome.NotSent, e.Failure ?? new ProviderFailure { Kind = ProviderFailureKind.NotSupported, Message = e.Message }).ConfigureAwait(false);
        }

        attempt = attempt with { IntentAt = now, Route = body.Route };
        SubmissionIntent? saved;
        try
        {
            saved = await context.SaveIntentAsync(store, job.WithAttempt(attempt), IntentOf(job, attempt, body), CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // Perhaps it was written. This process knows that nothing was sent, and only this process could send it: it says so while it is here to say it.
            await NotSentAsync(context, job, attempt, body, "the intent could not be saved").ConfigureAwait(false);
            throw;
        }

        if (saved is null)
        {
            return new StageResult.Dropped("the fence refused the intent");
        }

        // From here to the recorded outcome no caller's or shutdown token is observed.
        attempt = attempt with { IntentAt = saved.SavedAt };
        if (!await post.StartAsync(job.Id, attempt.Number).ConfigureAwait(false))
        {
            return await NotSentAsync(context, job, attempt, body, "the ledger could not be written").ConfigureAwait(false);
        }

        if (!context.Owner.IsFreshEnoughToPost && !await post.RenewAsync(context.Owner).ConfigureAwait(false))
        {
            return await NotSentAsync(context, job, attempt, body, "this process could not prove in time that it is alive").ConfigureAwait(false);
        }

        return await PostAsync(job.WithAttempt(attempt), attempt, provider, body).ConfigureAwait(false);
    }

    /// <summary>Writes down that nothing left. An owner that may be dead keeps silent where the next one may replay: its word could undo that acceptance.</summary>
    private async Task<StageResult> NotSentAsync(StageContext context, VideoJob job, Attempt attempt, SubmissionBody body, string why)
    {
        if (body.IsReplayable && !context.Owner.IsFreshEnoughToPost)
        {
            return new StageResult.Dropped(why);
        }

        var record = await post.RecordAsync(job.Id, attempt, PaidPost.NotSent(why), "submit").ConfigureAwait(false);
        return await ApplyAsync(job, attempt, record).ConfigureAwait(false);
    }

    private async Task<StageResult> PostAsync(VideoJob job, Attempt attempt, IVideoProvider provider, SubmissionBody body) =>
        await RecordAndApplyAsync(job, attempt, provider, await post.SendAsync(provider, body).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<StageResult> RecordAndApplyAsync(VideoJob job, Attempt attempt, IVideoProvider provider, SubmissionOutcome outcome)
    {
        var record = await post.RecordAsync(job.Id, attempt, outcome, "submit").ConfigureAwait(false);
        return record.Verdict == SubmissionVerdict.Unknown
            ? await lostAnswer.BeginAsync(job, attempt, provider, record.Failure!).ConfigureAwait(false)
            : await ApplyAsync(job, attempt, record).ConfigureAwait(false);
    }

    /// <summary>Carries a decided outcome into the job. Wait and Settle pass over an attempt that was never accepted.</summary>
    private async Task<StageResult> ApplyAsync(VideoJob job, Attempt attempt, SubmissionRecord record)
    {
        var id = $"{attempt.Provider}/{attempt.Account}";
        if (record.Verdict != SubmissionVerdict.Accepted)
        {
            health.ReportFailure(id, record.Failure!);
            return new StageResult.Advance(job.WithAttempt(attempt with { Verdict = record.Verdict, Failure = record.Failure }) with { Reason = null });
        }

        health.ReportSuccess(id);
        var key = new AttemptKey(job.Id, attempt.Number);
        await costs.MarkVerifiedAsync(key, record.RemoteId!, CancellationToken.None).ConfigureAwait(false);
        attempt = await money.RaiseAsync(job, attempt, record.EstimateUsd).ConfigureAwait(false);

        return new StageResult.Advance(job.WithAttempt(attempt with
        {
            Verdict = SubmissionVerdict.Accepted,
            RemoteId = record.RemoteId,
            AcceptedAt = record.At == default ? timeProvider.GetUtcNow() : record.At,
        }) with
        { Reason = null });
    }

    private async Task<StageResult> CloseAsync(VideoJob job, Attempt attempt, AttemptOutcome outcome, ProviderFailure failure)
    {
        var closed = await money.ReleaseAsync(job, attempt, outcome, failure, failure.Message).ConfigureAwait(false);
        return failure.Kind == ProviderFailureKind.InvalidRequest
            ? new StageResult.Fail(closed, JobFailureKind.InvalidRequest, failure.Message, failure)
            : new StageResult.NextProvider(closed, failure.Message);
    }

    private GenerationTask TaskOf(VideoJob job, Attempt attempt) => new()
    {
        Spec = attempt.Spec,
        ClientReference = attempt.ClientReference,
        Inputs = [.. inputs.Open(job.Request).Zip(attempt.Inputs, (media, prepared) => new TaskInput(prepared, media))],
        CallbackUrl = callbacks.For(attempt),
    };

    private static SubmissionIntent IntentOf(VideoJob job, Attempt attempt, SubmissionBody body) => new()
    {
        JobId = job.Id,
        Attempt = attempt.Number,
        ClientReference = attempt.ClientReference,
        Provider = attempt.Provider,
        Account = attempt.Account,
        Model = attempt.Spec.Model,
        Route = body.Route,
        ContentType = body.ContentType,
        Content = body.Content,
        IdempotencyKey = body.IdempotencyKey,
        IsReplayable = body.IsReplayable,
    };

    private static SubmissionBody BodyOf(SubmissionIntent intent) => PaidPost.BodyOf(intent);
}
