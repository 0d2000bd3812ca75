namespace VideoGen.Sdk.Providers;

/// <summary>What an <see cref="IVideoProvider"/> may implement besides, where its vendor lists what it took. Free. The ledger is held against it; nothing is booked by it.</summary>
/// <remarks>
/// Implementers MUST be safe for use by many threads at once. MUST list every charge of the stretch or throw <see cref="ProviderCallException"/>: a list with a hole would say that a charge is missing.
/// MUST leave an amount null whose price in USD is not known.
/// </remarks>
public interface IProviderBilling
{
    /// <summary>What the account was charged in a stretch of time, half open.</summary>
    /// <exception cref="ProviderCallException">The list could not be read to its end.</exception>
    Task<VendorBill> ReadBillAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default);
}
