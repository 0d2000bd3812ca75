using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.Kling.Wire;

namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Reads Kling's callbacks: one per change of state, the bare task as body, signed since 2026-08-07 where the console holds a webhook secret.</summary>
internal sealed class KlingCallback(Func<KlingOptions> readOptions, TimeProvider clock) : IProviderCallback
{
    public ValueTask<CallbackReading> ReadAsync(CallbackDelivery delivery, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(delivery));

    private CallbackReading Read(CallbackDelivery delivery)
    {
        var (id, timestamp, signature) = (delivery.Header("webhook-id"), delivery.Header("webhook-timestamp"), delivery.Header("webhook-signature"));
        var secrets = readOptions().WebhookSecrets;
        var isSigned = signature is { Length: > 0 };
        if (isSigned && secrets.Count > 0
            && !(id is not null && timestamp is not null && StandardWebhookSignature.IsValid(secrets, id, timestamp, signature!, delivery.Body.Span, clock.GetUtcNow())))
        {
            return CallbackReading.Refuse("the signature does not fit, or is older than five minutes");
        }

        var isVerified = isSigned && secrets.Count > 0;
        return Task(delivery.Body) is not { } task ? CallbackReading.Refuse("the body is not a Kling task") : new CallbackReading
        {
            Verdict = isVerified ? CallbackVerdict.Verified : CallbackVerdict.Unsigned,
            Reason = isVerified ? null : isSigned ? "no WebhookSecrets are configured for the account" : "the delivery carries no signature",
            EventId = isSigned ? id : null,
            RemoteId = task.Id,
            ClientReference = task.ClientReference,
            State = KlingStatus.StateOf(task.Status),
            StateAt = task.UpdatedAt,
        };
    }

    private static KlingTask? Task(ReadOnlyMemory<byte> body)
    {
        try
        {
            return KlingTask.Of(JsonSerializer.Deserialize(body.Span, KlingJsonContext.Default.KlingTaskData))
                ?? KlingTask.Of(JsonSerializer.Deserialize(body.Span, KlingJsonContext.Default.KlingLegacyTaskData));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
