using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VideoGen.Sdk.Providers.Fal.Wire;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>Reads fal's callbacks: one at the end, signed with Ed25519 over ids, time and the hash of the raw body.</summary>
internal sealed class FalCallback(FalKeySet keySet, ISignatureVerifier? verifier, TimeProvider clock, Func<FalOptions>? readOptions = null) : IProviderCallback
{
    private const long WindowSeconds = 300;
    private const int SignatureBytes = 64;

    public string? Caveat => OurUser is null && verifier is not null
        ? "fal signs for all its customers with the same keys, and WebhookUserId is not set: a callback recovers the remote id of a lost submit only after fal has shown that request to your key. Set WebhookUserId to your fal user, the X-Fal-Webhook-User-Id of any callback of yours."
        : null;

    private string? OurUser => readOptions?.Invoke().WebhookUserId is { Length: > 0 } ours ? ours : null;

    public async ValueTask<CallbackReading> ReadAsync(CallbackDelivery delivery, CancellationToken cancellationToken = default)
    {
        if (delivery.Header("X-Fal-Webhook-Signature") is not { Length: > 0 } signature)
        {
            return Read(delivery, CallbackVerdict.Unsigned, "the delivery carries no signature", null);
        }

        if (verifier is null)
        {
            return Read(delivery, CallbackVerdict.Unsigned, "no ISignatureVerifier is registered; the ASP.NET Core package brings one", null);
        }

        var time = delivery.Header("X-Fal-Webhook-Timestamp");
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > WindowSeconds || Bytes(signature) is not { } signed)
        {
            return CallbackReading.Refuse("the signature is malformed, or older than five minutes");
        }

        var ours = OurUser;
        if (ours is not null && delivery.Header("X-Fal-Webhook-User-Id") != ours)
        {
            return CallbackReading.Refuse("it is of another fal user than WebhookUserId");
        }

        var message = Encoding.UTF8.GetBytes($"{delivery.Header("X-Fal-Webhook-Request-Id")}\n{delivery.Header("X-Fal-Webhook-User-Id")}\n{time}\n{Convert.ToHexStringLower(SHA256.HashData(delivery.Body.Span))}");
        return await FitsAsync(message, signed, cancellationToken).ConfigureAwait(false) switch
        {
            null => Read(delivery, CallbackVerdict.Unsigned, "fal's key set could not be read", null),
            false => CallbackReading.Refuse("the signature fits none of fal's keys"),
            true when ours is not null => Read(delivery, CallbackVerdict.Verified, null, DateTimeOffset.FromUnixTimeSeconds(seconds)),
            true => Read(delivery, CallbackVerdict.Verified, $"fal signed it for its user '{delivery.Header("X-Fal-Webhook-User-Id")}', and WebhookUserId does not say whether that is us", DateTimeOffset.FromUnixTimeSeconds(seconds)) with { IsAccountProven = false },
        };
    }

    /// <summary>Whether any key fits; null when there are none to try.</summary>
    private async Task<bool?> FitsAsync(byte[] message, byte[] signature, CancellationToken cancellationToken)
    {
        if (await keySet.GetAsync(cancellationToken).ConfigureAwait(false) is not { } keys)
        {
            return null;
        }

        if (Fits(keys, message, signature))
        {
            return true;
        }

        // Keys rotate; one more look, then it is the delivery that is wrong.
        return await keySet.ReadAgainAsync(keys, cancellationToken).ConfigureAwait(false) is { } fresh && !ReferenceEquals(fresh, keys) && Fits(fresh, message, signature);
    }

    private bool Fits(IReadOnlyList<byte[]> keys, byte[] message, byte[] signature) => keys.Any(k => verifier!.IsValidEd25519(k, message, signature));

    private static CallbackReading Read(CallbackDelivery delivery, CallbackVerdict verdict, string? reason, DateTimeOffset? at) =>
        Data(delivery.Body) is not { RequestId: { Length: > 0 } id } data ? CallbackReading.Refuse("the body is not fal's") : new CallbackReading
        {
            Verdict = verdict,
            Reason = reason,
            EventId = id,
            RemoteId = id,
            State = data.Status switch { "OK" => ProviderJobState.Succeeded, "ERROR" => ProviderJobState.Failed, _ => null },
            StateAt = at,
        };

    private static FalWebhookData? Data(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, FalJsonContext.Default.FalWebhookData);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string hex)
    {
        var bytes = new byte[SignatureBytes];
        return hex.Length == SignatureBytes * 2 && Convert.FromHexString(hex, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == SignatureBytes ? bytes : null;
    }
}
