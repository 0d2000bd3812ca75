using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow.Callbacks;

/// <summary>Judges deliveries. A verified one is written down before it is answered; an unsigned one is handed on as a hint.</summary>
internal sealed partial class VideoCallbacks(
    ProviderRegistry registry, IJobStore store, CallbackSubject subjects, CallbackHints hints, JobWaking waking, PaidPost post, ILogger<VideoCallbacks> logger) : IVideoCallbacks
{
    public async Task<CallbackReceipt> AcceptAsync(string provider, string account, string? clientReference, CallbackDelivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (registry.Find(provider, account) is not { Callback: { } callback } registration)
        {
            return new CallbackReceipt { Outcome = CallbackOutcome.UnknownAccount };
        }

        var of = registration.Provider.Descriptor;
        var reading = await callback.ReadAsync(delivery, cancellationToken).ConfigureAwait(false);
        switch (reading.Verdict)
        {
            case CallbackVerdict.Verified:
                return await AcceptVerifiedAsync(registration, clientReference, reading, cancellationToken).ConfigureAwait(false);
            case CallbackVerdict.Unsigned:
                return await TakeHintAsync(registration, clientReference, reading, cancellationToken).ConfigureAwait(false);
            default:
                LogRefused(of.Id, reading.Reason);
                return new CallbackReceipt { Outcome = IsJson(delivery.Body) ? CallbackOutcome.Refused : CallbackOutcome.Malformed, Reason = reading.Reason };
        }
    }

    private async Task<CallbackReceipt> AcceptVerifiedAsync(ProviderRegistration registration, string? clientReference, CallbackReading reading, CancellationToken cancellationToken)
    {
        var of = registration.Provider.Descriptor;
        if (reading.EventId is { } known && await store.IsCallbackKnownAsync(of.Name, of.Account, known, cancellationToken).ConfigureAwait(false))
        {
            return new CallbackReceipt { Outcome = CallbackOutcome.Duplicate };
        }

        var (intent, isContradictory) = await subjects.FindAsync(of, clientReference, reading, cancellationToken).ConfigureAwait(false);
        if (isContradictory)
        {
            const string Reason = "the signed body is about another job than the address";
            LogRefused(of.Id, Reason);
            return new CallbackReceipt { Outcome = CallbackOutcome.Refused, Reason = Reason };
        }

        if (intent is null)
        {
            // It may be about a job of ours whose remote id is only just being written down, and needs no keeping for that: whoever writes one down, after the submit, a look-up,
            // a replay or by hand, asks the vendor for the status right after it, and that answer is newer than this event. One that is written down before the search above is found by it.
            LogUnmatched(of.Id, reading.RemoteId);
            return new CallbackReceipt { Outcome = CallbackOutcome.Unmatched };
        }

        reading = registration.Callback!.ReadFor(intent.Route, reading);
        var isNews = await IsNewsAsync(intent, reading.RemoteId, cancellationToken).ConfigureAwait(false);
        if (isNews && !reading.IsAccountProven)
        {
            // The vendor sent it, but perhaps by the wish of another customer who learned this address: their job must not become ours.
            return Hint(registration, intent, reading);
        }

        if (isNews)
        {
            await post.RecordOnceAsync(intent.Provider, HeardOf(intent, reading.RemoteId!), cancellationToken).ConfigureAwait(false);
        }

        if (isNews || reading.State is not (ProviderJobState.Queued or ProviderJobState.Running))
        {
            await waking.WakeAsync(intent.JobId, cancellationToken).ConfigureAwait(false);
        }

        // Noted last: had it been noted first and this process died, the vendor's next delivery would count as dealt with.
        var isFirst = reading.EventId is not { } eventId
            || await store.AddCallbackAsync(new CallbackNote { Provider = of.Name, Account = of.Account, EventId = eventId, JobId = intent.JobId }, cancellationToken).ConfigureAwait(false);
        return new CallbackReceipt { Outcome = isFirst ? CallbackOutcome.Accepted : CallbackOutcome.Duplicate, JobId = intent.JobId };
    }

    /// <summary>Whether it names a remote id that nobody has stated for this attempt yet.</summary>
    private async Task<bool> IsNewsAsync(SubmissionIntent intent, string? remoteId, CancellationToken cancellationToken) =>
        remoteId is { Length: > 0 } && (await store.GetOutcomesAsync(intent.JobId, intent.Attempt, cancellationToken).ConfigureAwait(false)).All(record => record.RemoteId != remoteId);

    private async Task<CallbackReceipt> TakeHintAsync(ProviderRegistration registration, string? clientReference, CallbackReading reading, CancellationToken cancellationToken)
    {
        var of = registration.Provider.Descriptor;
        var (intent, _) = await subjects.FindAsync(of, clientReference, reading, cancellationToken).ConfigureAwait(false);
        if (intent is null)
        {
            return new CallbackReceipt { Outcome = CallbackOutcome.Unmatched, Reason = reading.Reason };
        }

        return Hint(registration, intent, registration.Callback!.ReadFor(intent.Route, reading));
    }

    private CallbackReceipt Hint(ProviderRegistration registration, SubmissionIntent intent, CallbackReading reading)
    {
        LogHint(registration.Provider.Descriptor.Id, intent.JobId, reading.Reason);
        hints.Offer(new CallbackHint(registration.Provider, intent, reading));
        return new CallbackReceipt { Outcome = CallbackOutcome.Hint, JobId = intent.JobId, Reason = reading.Reason };
    }

    internal static SubmissionRecord HeardOf(SubmissionIntent intent, string remoteId) => new()
    {
        JobId = intent.JobId,
        Attempt = intent.Attempt,
        ClientReference = intent.ClientReference,
        Verdict = SubmissionVerdict.Accepted,
        RemoteId = remoteId,
        Source = "webhook",
    };

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span);
        try
        {
            while (reader.Read())
            {
            }

            return !body.IsEmpty;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [LoggerMessage(1401, LogLevel.Warning, "A callback for {Account} was refused: {Reason}. Is the account's webhook secret the vendor's present one?")]
    private partial void LogRefused(string account, string? reason);

    [LoggerMessage(1402, LogLevel.Information, "A verified callback for {Account} is about no job of this store (remote id {RemoteId}).")]
    private partial void LogUnmatched(string account, string? remoteId);

    [LoggerMessage(1403, LogLevel.Debug, "A callback for {Account} is taken as a hint to ask about job {JobId}: {Reason}.")]
    private partial void LogHint(string account, string jobId, string? reason);
}
