using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Callbacks;

/// <summary>What a hint is good for: the job looks again, or, while its remote id is unknown, the vendor is asked whether the claimed one is really ours.</summary>
internal sealed class HintInquiry(IJobStore store, JobWaking waking, PaidPost post)
{
    /// <returns>Whether it led to a question, so that the attempt rests now.</returns>
    /// <exception cref="ProviderCallException">The vendor could not be asked.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<bool> FollowAsync(CallbackHint hint, CancellationToken cancellationToken)
    {
        var (intent, reading) = (hint.Intent, hint.Reading);
        var accepted = (await store.GetOutcomesAsync(intent.JobId, intent.Attempt, cancellationToken).ConfigureAwait(false)).Where(r => r.Verdict == SubmissionVerdict.Accepted).ToList();
        if (accepted.Count > 0 && (reading.RemoteId is not { Length: > 0 } || accepted.Any(r => r.RemoteId == reading.RemoteId)))
        {
            // Still under way, by its own words: that is worth no request.
            if (reading.State is ProviderJobState.Queued or ProviderJobState.Running)
            {
                return false;
            }

            await waking.WakeAsync(intent.JobId, cancellationToken).ConfigureAwait(false);
            return true;
        }

        if (reading.RemoteId is not { Length: > 0 } claimed)
        {
            return false;
        }

        if (await IsOursAsync(hint, claimed, cancellationToken).ConfigureAwait(false))
        {
            await post.RecordOnceAsync(intent.Provider, VideoCallbacks.HeardOf(intent, claimed), cancellationToken).ConfigureAwait(false);
            await waking.WakeAsync(intent.JobId, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    // Asked with our key, of our account: only the vendor itself can echo the reference of this attempt. Where it signed the delivery but echoes nothing, a job that it
    // shows to our key is ours; a stranger's is not visible, or refused with an error. Its own word for a state that we do not know shows nothing.
    private static async Task<bool> IsOursAsync(CallbackHint hint, string claimed, CancellationToken cancellationToken)
    {
        var intent = hint.Intent;
        var remote = new RemoteJob { RemoteId = claimed, Route = intent.Route, Model = intent.Model, ClientReference = intent.ClientReference };
        var status = await hint.Provider.GetStatusAsync(remote, cancellationToken).ConfigureAwait(false);
        return status.ClientReference is { } echoed
            ? echoed == intent.ClientReference
            : hint.Reading.Verdict == CallbackVerdict.Verified && status.State is not (ProviderJobState.NotVisible or ProviderJobState.Unknown);
    }
}
