namespace VideoGen.Sdk.Providers;

/// <summary>Reads what a vendor sends to a callback address. Optional; lives in the vendor's folder, one per account, because the secret is the account's.</summary>
/// <remarks>
/// Implementers MUST judge the raw bytes as they came, before any parsing, and compare in constant time.
/// MUST answer <see cref="CallbackVerdict.Unsigned"/> when the delivery carries no signature or the account has no secret to check it with.
/// MUST answer <see cref="CallbackVerdict.Refused"/> for a wrong signature and for one outside the vendor's time window, and then give no ids.
/// MUST clear <see cref="CallbackReading.IsAccountProven"/> where the vendor signs for other customers with the same key and nothing that is signed names this account.
/// MUST NOT throw for anything that a stranger can send. MUST be safe for use by many threads at once.
/// </remarks>
public interface IProviderCallback
{
    /// <summary>What deliveries cannot prove as the account is configured now, with the fix; logged as a warning at start while callbacks are asked for. Null, the default, when nothing is missing.</summary>
    string? Caveat => null;

    /// <summary>Verifies a delivery and reads its ids. May fetch the vendor's public keys, never a job.</summary>
    ValueTask<CallbackReading> ReadAsync(CallbackDelivery delivery, CancellationToken cancellationToken = default);

    /// <summary>
    /// What a reading says of a job that was submitted on this route; asked once its attempt is found, before an id is bound to it. The default hands the reading back.
    /// MUST clear <see cref="CallbackReading.RemoteId"/> where the vendor's status call for this route takes no id of that kind: such a delivery ends a wait and binds nothing. MUST NOT touch the network.
    /// </summary>
    CallbackReading ReadFor(string route, CallbackReading reading) => reading;
}
