using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Callbacks;

/// <summary>Finds the attempt that a delivery is about.</summary>
internal sealed class CallbackSubject(IJobStore store)
{
    /// <summary>The attempt; null when nothing here fits.</summary>
    /// <param name="of">Whose delivery it is.</param>
    /// <param name="addressed">The client reference in the address, which no signature covers.</param>
    /// <param name="reading">What the body says.</param>
    /// <param name="cancellationToken">Stops waiting for the store.</param>
    /// <returns>The attempt, and whether address and body speak of different ones: then a genuine delivery was sent to a wrong address, by whomever.</returns>
    public async Task<(SubmissionIntent? Intent, bool IsContradictory)> FindAsync(ProviderDescriptor of, string? addressed, CallbackReading reading, CancellationToken cancellationToken)
    {
        var echoed = reading.ClientReference is { Length: > 0 } echo ? echo : null;
        if (addressed is not null && echoed is not null && addressed != echoed)
        {
            return (null, true);
        }

        // One remote id belongs to one attempt: who has it already is meant, whatever the address says.
        var holder = reading.RemoteId is { Length: > 0 } remoteId ? await store.FindIntentByRemoteIdAsync(of.Name, of.Account, remoteId, cancellationToken).ConfigureAwait(false) : null;
        var named = (addressed ?? echoed) is { } reference ? await store.FindIntentAsync(reference, cancellationToken).ConfigureAwait(false) : null;
        if (named is not null && (named.Provider != of.Name || named.Account != of.Account))
        {
            // One account's secret must not speak for another's jobs.
            return (null, true);
        }

        return holder is not null && (addressed ?? echoed) is { } said && holder.ClientReference != said ? (null, true) : (named ?? holder, false);
    }
}
