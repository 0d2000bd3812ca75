using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Asks again about closed attempts whose price nobody knew: looked up where the answer was lost, and booked once the vendor says what it took. Free, and never a reason to fail.</summary>
internal sealed class OpenQuestions(ProviderRegistry registry, IJobStore store, ICostStore costs, LostAnswer lostAnswer, PaidPost post, AttemptCharge charge, IOptionsMonitor<BudgetOptions> budget)
{
    /// <summary>The job with its sums as the ledger has them now; the job itself where nothing was open.</summary>
    public async Task<VideoJob> AskAsync(VideoJob job, CancellationToken cancellationToken)
    {
        if (job.UnverifiedUsd == 0m)
        {
            return job;
        }

        var (charged, unverified) = (0m, 0m);
        foreach (var attempt in job.Attempts)
        {
            var line = await costs.FindAsync(new AttemptKey(job.Id, attempt.Number), cancellationToken).ConfigureAwait(false);
            if (line is { State: LineState.Unverified } or { Source: ChargeSource.Presumed } && attempt.IsClosed)
            {
                line = await AskAsync(job, attempt, line, cancellationToken).ConfigureAwait(false);
                line = await costs.PresumeChargedAsync(line.Key, budget.CurrentValue.PresumeChargedAfter, CancellationToken.None).ConfigureAwait(false);
            }

            charged += line is { State: LineState.Charged } ? line.ChargedUsd : 0m;
            unverified += line is { State: LineState.Unverified } ? line.ReservedUsd : 0m;
        }

        return job with { CostUsd = charged, UnverifiedUsd = unverified };
    }

    private async Task<AttemptLine> AskAsync(VideoJob job, Attempt attempt, AttemptLine line, CancellationToken cancellationToken)
    {
        if (registry.Find(attempt.Provider, attempt.Account)?.Provider is not { } provider || await RemoteIdAsync(job, attempt, provider, cancellationToken).ConfigureAwait(false) is not { } remoteId)
        {
            return line;
        }

        try
        {
            attempt = attempt with { RemoteId = remoteId };
            var status = await provider.GetStatusAsync(Remote.Of(attempt), cancellationToken).ConfigureAwait(false);
            var outcome = status.State == ProviderJobState.Succeeded ? AttemptOutcome.Succeeded : AttemptOutcome.Failed;
            var settlement = status.IsEnded ? charge.Of(attempt with { FinalStatus = status, Failure = status.Failure }, outcome) : null;
            return settlement switch
            {
                null => line,
                { ChargeUsd: 0m } when outcome != AttemptOutcome.Succeeded && line.State is LineState.Unverified => await costs.ReleaseAsync(line.Key, outcome, "the vendor took nothing", CancellationToken.None).ConfigureAwait(false),
                _ => await costs.SettleAsync(line.Key, settlement, CancellationToken.None).ConfigureAwait(false),
            };
        }
        catch (ProviderCallException)
        {
            // Whoever asks for the job next asks the vendor again; until then the money stays held.
            return line;
        }
    }

    private async Task<string?> RemoteIdAsync(VideoJob job, Attempt attempt, IVideoProvider provider, CancellationToken cancellationToken)
    {
        var records = await store.GetOutcomesAsync(job.Id, attempt.Number, cancellationToken).ConfigureAwait(false);
        if ((attempt.RemoteId ?? records.FirstOrDefault(r => r.Verdict == SubmissionVerdict.Accepted)?.RemoteId) is { } known)
        {
            return known;
        }

        if (await lostAnswer.FindAsync(job, attempt, provider, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        return (await post.RecordAsync(job.Id, attempt, new SubmissionOutcome.Accepted(found), "lookup").ConfigureAwait(false)).RemoteId;
    }
}
