using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>Takes in what vendors report by themselves. The ASP.NET Core package maps it to routes; any other host may call it with the raw request. Safe for use by many threads at once.</summary>
/// <remarks>
/// A callback is never believed about money or results: it recovers the remote id of a lost submit and ends a wait early, and the vendor is then asked how the job stands.
/// Jobs are polled all the same, so that a callback that never comes costs time and nothing else.
/// </remarks>
public interface IVideoCallbacks
{
    /// <summary>Verifies a delivery, writes down durably what it proves and wakes the job it is about. What only needs the vendor's word happens after the answer. Costs nothing.</summary>
    /// <param name="provider">Provider name, from the address.</param>
    /// <param name="account">Account name, from the address.</param>
    /// <param name="clientReference">The attempt's client reference, from the address; null for an endpoint that was registered once for all jobs.</param>
    /// <param name="delivery">The raw delivery.</param>
    /// <param name="cancellationToken">Gives up before anything is written; what was written stays, and the vendor's next delivery completes it.</param>
    /// <exception cref="StoreException">It could not be written down: answer the vendor with an error, so that it delivers again.</exception>
    Task<CallbackReceipt> AcceptAsync(string provider, string account, string? clientReference, CallbackDelivery delivery, CancellationToken cancellationToken = default);
}
