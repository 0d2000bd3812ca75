using Microsoft.Extensions.Options;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Routing;

namespace VideoGen.Sdk.Workflow.Stages;

/// <summary>Holds money and slots in one atomic step. A hold that is there already is gone on with.</summary>
internal sealed class ReserveStage(ProviderRegistry registry, LimitSet limitSet, TenantAccess tenants, ICostStore costs, AttemptMoney money, IOptionsMonitor<WorkflowOptions> options, TimeProvider timeProvider) : IStage
{
    public async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (job, attempt) = (context.Job, context.Attempt);
        if (attempt.HeldAt is null && timeProvider.GetUtcNow() - attempt.PlannedAt > options.CurrentValue.PlanLifetime)
        {
            return await DropAsync(job, attempt, "the plan is old; it is made again").ConfigureAwait(false);
        }

        if (registry.Find(attempt.Provider, attempt.Account) is not { } registration)
        {
            return await DropAsync(job, attempt, "the provider is not registered in this process").ConfigureAwait(false);
        }

        if (tenants.Obstacle(registration, job.Request.Tenant) is { } foreign)
        {
            return await DropAsync(job, attempt, $"the account {foreign}").ConfigureAwait(false);
        }

        var subject = new HoldSubject(attempt.Provider, attempt.Account, attempt.Spec.Model, attempt.EstimateUsd, attempt.LongestRun, attempt.Spec.Duration, limitSet.For(registration, job.Request));
        var result = await costs.HoldAsync(HoldRequests.For(subject, job.Request, new AttemptKey(job.Id, attempt.Number), attempt.ClientReference), CancellationToken.None).ConfigureAwait(false);
        return result switch
        {
            HoldResult.Held held when held.Line.State != LineState.Reserved || held.Line.ClientReference != attempt.ClientReference =>
                await SpentAsync(job, attempt, held.Line.ClientReference).ConfigureAwait(false),
            HoldResult.Held held => new StageResult.Advance(job.WithAttempt(attempt with { HeldAt = held.Line.ReservedAt })),
            HoldResult.Refused refused => new StageResult.NextProvider(
                Without(job, attempt) with { LimitInTheWay = Verdicts.Of(refused.Refusals) },
                $"somebody else took the room: {refused.Refusals[0].Limit.Name}"),
            _ => throw new InvalidOperationException($"Unknown hold result {result}."),
        };
    }

    // An attempt that never held anything leaves no trace on the ledger, so its number is free again.
    private static VideoJob Without(VideoJob job, Attempt attempt) => job with { Attempts = [.. job.Attempts.Where(a => a.Number != attempt.Number)] };

    private async Task<StageResult> DropAsync(VideoJob job, Attempt attempt, string reason)
    {
        // An earlier owner may have held money for it and died before it could say so.
        var line = await costs.FindAsync(new AttemptKey(job.Id, attempt.Number), CancellationToken.None).ConfigureAwait(false);
        return new StageResult.NextProvider(
            line is null ? Without(job, attempt) : await money.WithdrawAsync(job, attempt, null, reason).ConfigureAwait(false), reason);
    }

    // The line of this number was released before a crash, or is of an attempt that was dropped: the number is spent, the next attempt takes a new one.
    private async Task<StageResult> SpentAsync(VideoJob job, Attempt attempt, string heldUnder) => new StageResult.NextProvider(
        await money.WithdrawAsync(job, attempt, null, "the hold is of an earlier try", heldUnder).ConfigureAwait(false), "the hold was released before; a new one is made");
}
