using System.Text.Json;
using VideoGen.Sdk.Http;
using VideoGen.Sdk.Providers.OpenAICompatible.Wire;

namespace VideoGen.Sdk.Providers.OpenAICompatible;

/// <summary>Reads webhooks signed by the Standard Webhooks scheme. Safe for use by many threads at once.</summary>
internal sealed class OpenAICompatibleCallback(Func<OpenAICompatibleOptions> readOptions) : IProviderCallback
{
    public ValueTask<CallbackReading> ReadAsync(CallbackDelivery delivery, CancellationToken cancellationToken = default)
    {
        var (id, timestamp, signatures) = (delivery.Header("webhook-id"), delivery.Header("webhook-timestamp"), delivery.Header("webhook-signature"));
        var secrets = readOptions().WebhookSecrets.Where(s => !string.IsNullOrWhiteSpace(s)).ToList();
        if (secrets.Count == 0 || signatures is null)
        {
            return ValueTask.FromResult(Read(delivery, id) is { } hearsay
                ? hearsay with { Verdict = CallbackVerdict.Unsigned, Reason = signatures is null ? "no signature" : "no WebhookSecrets configured" }
                : CallbackReading.Refuse("not an event"));
        }

        var isValid = id is not null && timestamp is not null && StandardWebhookSignature.IsValid(secrets, id, timestamp, signatures, delivery.Body.Span, delivery.ReceivedAt);
        return ValueTask.FromResult(!isValid ? CallbackReading.Refuse("wrong signature, or older than five minutes")
            : Read(delivery, id) ?? CallbackReading.Refuse("not an event"));
    }

    private static CallbackReading? Read(CallbackDelivery delivery, string? webhookId)
    {
        OpenAIEvent? read;
        try
        {
            read = JsonSerializer.Deserialize(delivery.Body.Span, OpenAIJsonContext.Default.OpenAIEvent);
        }
        catch (JsonException)
        {
            return null;
        }

        // The client's event union never listed video.* events, so anything beside them is read without ids.
        var isVideo = read?.Type?.StartsWith("video.", StringComparison.Ordinal) ?? false;
        return read?.Type is null ? null : new CallbackReading
        {
            Verdict = CallbackVerdict.Verified,
            EventId = webhookId ?? read.Id,
            RemoteId = isVideo ? read.Data?.Id : null,
            State = read.Type switch { "video.completed" => ProviderJobState.Succeeded, "video.failed" => ProviderJobState.Failed, _ => null },
            StateAt = read.CreatedAt is >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds((long)read.CreatedAt) : null,
        };
    }
}
