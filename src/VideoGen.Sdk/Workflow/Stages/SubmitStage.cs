using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>The blind moment: saves the intent, posts once, records the outcome. What an earlier owner left behind is looked up, never repeated.</summary>
internal sealed class SubmitStage(ProviderRegistry registry, IJobStore store, AttemptMoney money, FirstPost first, PostedOutcome posted, LostAnswer lostAnswer, TenantAccess tenants) : IStage
{
    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        var records = await store.GetOutcomesAsync(job.Id, attempt.Number, cancellationToken).ConfigureAwait(false);
        if ((records.FirstOrDefault(r => r.Verdict == SubmissionVerdict.Accepted) ?? records.FirstOrDefault(r => r.Verdict != SubmissionVerdict.Unknown)) is { } decided)
        {
            return await posted.ApplyAsync(job, attempt, decided).ConfigureAwait(false);
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
                : await first.RunAsync(context, provider, cancellationToken).ConfigureAwait(false);
        }

        if (provider.Descriptor is { IsSubmitRepeatable: true, IsPaid: false } && await store.FindIntentAsync(job.Id, attempt.Number, cancellationToken).ConfigureAwait(false) is { } intent)
        {
            return await posted.PostAsync(job, attempt, provider, PaidPost.BodyOf(intent)).ConfigureAwait(false);
        }

        return await lostAnswer.ResolveAsync(context, provider, cancellationToken).ConfigureAwait(false) switch
        {
            { Record: { } found } => await posted.ApplyAsync(job, attempt, found).ConfigureAwait(false),
            { Result: { } result } => result,
            _ => throw new InvalidOperationException("A lost answer was neither found nor judged."),
        };
    }
}
