using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A vendor's list of charges as one simulated process sees it. Its one point is <c>billing.Read</c>; it fails with <see cref="ProviderCallException"/>.</summary>
/// <param name="inner">The list.</param>
/// <param name="process">The process.</param>
public sealed class ChaosProviderBilling(IProviderBilling inner, ChaosProcess process) : IProviderBilling
{
    /// <inheritdoc/>
    public Task<VendorBill> ReadBillAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        process.CallAsync("billing.Read", () => inner.ReadBillAsync(from, until, cancellationToken), Fault);

    private static ProviderCallException Fault(bool isDone) =>
        new("simulated", new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "simulated: the list of charges cannot be read" });
}
