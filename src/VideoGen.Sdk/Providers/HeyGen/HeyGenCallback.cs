using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VideoGen.Sdk.Providers.HeyGen.Wire;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>
/// Reads HeyGen's deliveries: hex HMAC-SHA256 of the raw body with an endpoint's secret. Whether deliveries to a job's own address are signed is not stated
/// (2026-11); unsigned ones are hints.
/// </summary>
internal sealed class HeyGenCallback(Func<HeyGenOptions> readOptions, TimeProvider clock) : IProviderCallback
{
    private const string Session = "session_id";
    private const string Video = "video_id";

    public ValueTask<CallbackReading> ReadAsync(CallbackDelivery delivery, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(delivery));

    /// <summary>An agent's job is its session, every other one its video; events of an agent's video echo the job's reference all the same.</summary>
    public CallbackReading ReadFor(string route, CallbackReading reading) =>
        reading.RemoteIdKind is { } kind && kind != (HeyGenModels.ProductOfRoute(route) == HeyGenProduct.Agent ? Session : Video) ? reading with { RemoteId = null, RemoteIdKind = null } : reading;

    private CallbackReading Read(CallbackDelivery delivery)
    {
        var options = readOptions();
        var signature = delivery.Header("Heygen-Signature") is { Length: > 0 } present ? present : options.AcceptLegacySignature ? delivery.Header("Signature") : null;
        var isSigned = signature is { Length: > 0 };
        var isVerified = isSigned && options.WebhookSecrets.Count > 0;
        if (isVerified && !options.WebhookSecrets.Any(secret => Fits(secret, signature!, delivery.Body.Span)))
        {
            return CallbackReading.Refuse("the signature does not fit");
        }

        if (isVerified && !IsTimely(delivery.Header("Heygen-Timestamp"), options.WebhookTolerance))
        {
            return CallbackReading.Refuse("the delivery is too old, or its time is not readable");
        }

        if (Event(delivery.Body) is not { EventData: { ValueKind: JsonValueKind.Object } data } told || Family(told) is not { } family)
        {
            return CallbackReading.Refuse("the body is not a HeyGen event");
        }

        // An agent's event may name only the video, and then the client reference must do.
        var session = HeyGenSaid.Member(data, Session);
        var id = session ?? (family.Name == "video_agent" ? null : HeyGenSaid.Member(data, Video));
        return new CallbackReading
        {
            Verdict = isVerified ? CallbackVerdict.Verified : CallbackVerdict.Unsigned,
            Reason = isVerified ? null : isSigned ? "no WebhookSecrets are configured for the account" : "the delivery carries no signature",

            // The body is signed and the header is not, so the body's id counts first.
            EventId = isSigned ? HeyGenSaid.TextOf(told.EventId) ?? delivery.Header("Heygen-Event-Id") : null,
            RemoteId = id,
            RemoteIdKind = id is null ? null : session is null ? Video : Session,
            ClientReference = HeyGenSaid.Member(data, "callback_id"),
            State = family.State,
            StateAt = told.CreatedAt is { ValueKind: JsonValueKind.Number } at && at.TryGetInt64(out var seconds) && seconds is >= 0 and < 100_000_000_000
                ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        };
    }

    // Captions and previews of a video end in .success too, so only whole names count; the event of clips has no name that is stated, so others are hints to ask.
    private static (string Name, ProviderJobState? State)? Family(HeyGenEvent told) => HeyGenSaid.TextOf(told.EventType) switch
    {
        null => null,
        "avatar_video.success" => ("avatar_video", ProviderJobState.Succeeded),
        "avatar_video.fail" => ("avatar_video", ProviderJobState.Failed),
        "video_agent.success" => ("video_agent", ProviderJobState.Succeeded),
        "video_agent.fail" => ("video_agent", ProviderJobState.Failed),
        var other => (other.Split('.')[0], null),
    };

    private static bool Fits(string secret, string signature, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.Length == given.Length * 2
            && Convert.FromHexString(signature, given, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret.Trim()), body));
    }

    private bool IsTimely(string? timestamp, TimeSpan? tolerance) => tolerance is not { } most || timestamp is null
        || (long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000
            && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= most);

    private static HeyGenEvent? Event(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, HeyGenJsonContext.Default.HeyGenEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
