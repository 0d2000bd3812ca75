using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A reader of callbacks as one simulated process sees it. Its one point is <c>callbacks.Read</c>; it fails with <see cref="ProviderCallException"/>, as when the vendor's keys cannot be fetched.</summary>
/// <param name="inner">The reader.</param>
/// <param name="process">The process.</param>
public sealed class ChaosProviderCallback(IProviderCallback inner, ChaosProcess process) : IProviderCallback
{
    /// <inheritdoc/>
    public string? Caveat => inner.Caveat;

    /// <inheritdoc/>
    public ValueTask<CallbackReading> ReadAsync(CallbackDelivery delivery, CancellationToken cancellationToken = default) =>
        new(process.CallAsync("callbacks.Read", () => inner.ReadAsync(delivery, cancellationToken).AsTask(), Fault));

    /// <inheritdoc/>
    public CallbackReading ReadFor(string route, CallbackReading reading) => inner.ReadFor(route, reading);

    private static ProviderCallException Fault(bool isDone) =>
        new("simulated", new ProviderFailure { Kind = ProviderFailureKind.Transient, Message = "simulated: the vendor's keys cannot be fetched" });
}
