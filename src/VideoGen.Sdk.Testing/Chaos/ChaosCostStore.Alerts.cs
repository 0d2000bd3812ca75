using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Testing.Chaos;

/// <content>Alerts and presumed charges. The clock decides their number, so they are not among the counted writes; a dead process has none.</content>
public sealed partial class ChaosCostStore
{
    /// <inheritdoc/>
    public Task<bool> RecordAlertAsync(BudgetAlert alert, CancellationToken cancellationToken = default) => Read(() => inner.RecordAlertAsync(alert, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<BudgetAlert>> LeaseAlertsAsync(int most, TimeSpan lease, CancellationToken cancellationToken = default) =>
        Read(() => inner.LeaseAlertsAsync(most, lease, cancellationToken));

    /// <inheritdoc/>
    public Task MarkAlertDeliveredAsync(string id, CancellationToken cancellationToken = default)
    {
        process.MustLive();
        return inner.MarkAlertDeliveredAsync(id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RetryAlertAsync(string id, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        process.MustLive();
        return inner.RetryAlertAsync(id, delay, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<BudgetAlert> AlertsAsync(DateTimeOffset? from = null, DateTimeOffset? until = null, CancellationToken cancellationToken = default)
    {
        process.MustLive();
        return inner.AlertsAsync(from, until, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<decimal> SpentAsync(LimitScope scope, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        Read(() => inner.SpentAsync(scope, from, until, cancellationToken));

    /// <inheritdoc/>
    public Task<AttemptLine> PresumeChargedAsync(AttemptKey key, TimeSpan after, CancellationToken cancellationToken = default) =>
        Read(() => inner.PresumeChargedAsync(key, after, cancellationToken));
}
