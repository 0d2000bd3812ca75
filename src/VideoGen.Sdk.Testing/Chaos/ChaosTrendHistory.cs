using VideoGen.Sdk.Analytics;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A trend history as one simulated process sees it. Its points are <c>trends.Remember</c>, <c>trends.Claim</c>, <c>trends.Confirm</c>, <c>trends.Release</c> and <c>trends.Forget</c>.</summary>
/// <param name="inner">The history.</param>
/// <param name="process">The process.</param>
public sealed class ChaosTrendHistory(ITrendHistory inner, ChaosProcess process) : ITrendHistory
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<TrendSighting>> FindAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        process.MustLive();
        return inner.FindAsync(keys, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RememberAsync(IReadOnlyCollection<TrendSighting> sightings, CancellationToken cancellationToken = default) => process.WriteAsync(
        "trends.Remember",
        async () =>
        {
            await inner.RememberAsync(sightings, cancellationToken).ConfigureAwait(false);
            return true;
        },
        ChaosJobStore.Fault);

    /// <inheritdoc/>
    public Task<TrendClaimOutcome> ClaimAsync(TrendClaim claim, TimeSpan lease, CancellationToken cancellationToken = default) =>
        process.WriteAsync("trends.Claim", () => inner.ClaimAsync(claim, lease, cancellationToken), ChaosJobStore.Fault);

    /// <inheritdoc/>
    public Task<bool> ConfirmAsync(TrendClaim claim, CancellationToken cancellationToken = default) =>
        process.WriteAsync("trends.Confirm", () => inner.ConfirmAsync(claim, cancellationToken), ChaosJobStore.Fault);

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(TrendClaim claim, CancellationToken cancellationToken = default) =>
        process.WriteAsync("trends.Release", () => inner.ReleaseAsync(claim, cancellationToken), ChaosJobStore.Fault);

    /// <inheritdoc/>
    public Task<long> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        process.WriteAsync("trends.Forget", () => inner.ForgetAsync(before, cancellationToken), ChaosJobStore.Fault);
}
