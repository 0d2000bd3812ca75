using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;
using VideoGen.Sdk.Workflow.Callbacks;

namespace VideoGen.Sdk.Workflow;

/// <summary>Takes a person's word about a submit whose answer was lost. It is one more statement on the append-only record; the job's owner acts on it.</summary>
internal sealed class JobResolution(IJobStore store, ICostStore costs, ProviderRegistry registry, LostAnswer lostAnswer, OpenQuestions questions, PaidPost post, JobWaking waking)
{
    public async Task<ResolveOutcome> RunAsync(string jobId, SubmitFinding finding, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(jobId, cancellationToken).ConfigureAwait(false) is not { Job: var job })
        {
            return ResolveOutcome.NotFound;
        }

        if (await UnknownAsync(job, cancellationToken).ConfigureAwait(false) is not { } attempt)
        {
            return ResolveOutcome.NothingUnknown;
        }

        if (await lostAnswer.UntilLookupAsync(attempt, registry.Find(attempt.Provider, attempt.Account)?.Provider.Descriptor).ConfigureAwait(false) > TimeSpan.Zero)
        {
            return ResolveOutcome.TooEarly;
        }

        if (finding is SubmitFinding.Accepted { RemoteId: var remoteId } && await IsTakenAsync(job, attempt, remoteId, cancellationToken).ConfigureAwait(false))
        {
            return ResolveOutcome.RemoteIdTaken;
        }

        await post.RecordOnceAsync(attempt.Provider, RecordOf(job, attempt, finding), cancellationToken).ConfigureAwait(false);
        if (attempt.IsClosed)
        {
            await BookAsync(job, attempt, finding, cancellationToken).ConfigureAwait(false);
        }

        await waking.WakeAsync(jobId, cancellationToken).ConfigureAwait(false);
        return ResolveOutcome.Resolved;
    }

    // The open attempt first: the job waits for it. Then what the caller left behind by allowing a possible double charge.
    private async Task<Attempt?> UnknownAsync(VideoJob job, CancellationToken cancellationToken)
    {
        foreach (var attempt in job.Attempts.Where(a => a.IntentAt is not null && a.RemoteId is null).OrderBy(a => a.IsClosed).ThenByDescending(a => a.Number))
        {
            var said = await store.GetOutcomesAsync(job.Id, attempt.Number, cancellationToken).ConfigureAwait(false);
            if (said.All(record => record.Verdict == SubmissionVerdict.Unknown)
                && (!attempt.IsClosed || await costs.FindAsync(new AttemptKey(job.Id, attempt.Number), cancellationToken).ConfigureAwait(false) is { State: LineState.Unverified } or { Source: ChargeSource.Presumed }))
            {
                return attempt;
            }
        }

        return null;
    }

    private async Task<bool> IsTakenAsync(VideoJob job, Attempt attempt, string remoteId, CancellationToken cancellationToken) =>
        job.Attempts.Any(a => a.Number != attempt.Number && a.Provider == attempt.Provider && a.Account == attempt.Account && a.RemoteId == remoteId)
        || await store.IsRemoteIdTakenAsync(attempt.Provider, attempt.Account, remoteId, job.Id, cancellationToken).ConfigureAwait(false);

    // Nobody runs a closed attempt any more, so its money is put right here.
    private async Task BookAsync(VideoJob job, Attempt attempt, SubmitFinding finding, CancellationToken cancellationToken)
    {
        if (finding is SubmitFinding.Rejected)
        {
            var line = await costs.ReleaseAsync(new AttemptKey(job.Id, attempt.Number), AttemptOutcome.Rejected, "a person found that the vendor never took it", CancellationToken.None).ConfigureAwait(false);
            await costs.ReleasePresumedAsync(line, AttemptOutcome.Rejected, ChargeSource.Person).ConfigureAwait(false);
        }
        else
        {
            await questions.AskAsync(job, cancellationToken).ConfigureAwait(false);
        }
    }

    private static SubmissionRecord RecordOf(VideoJob job, Attempt attempt, SubmitFinding finding)
    {
        var record = new SubmissionRecord
        {
            JobId = job.Id,
            Attempt = attempt.Number,
            ClientReference = attempt.ClientReference,
            Verdict = SubmissionVerdict.Rejected,
            Source = PaidPost.Person,
        };
        return finding is SubmitFinding.Accepted accepted
            ? record with { Verdict = SubmissionVerdict.Accepted, RemoteId = accepted.RemoteId }
            : record with { Failure = new ProviderFailure { Kind = ProviderFailureKind.Transient, Charge = ChargeCertainty.None, Message = "a person found that the vendor never took it" } };
    }
}
