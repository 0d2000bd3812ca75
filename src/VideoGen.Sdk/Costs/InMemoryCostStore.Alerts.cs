using VideoGen.Sdk.Costs.InMemory;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Costs;

/// <content>Alerts, and what grows old unverified.</content>
public sealed partial class InMemoryCostStore
{
    private readonly AlertBook alerts = new();

    /// <inheritdoc />
    public Task<bool> RecordAlertAsync(BudgetAlert alert, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return Locked(now => alerts.Record(alert, now));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<BudgetAlert>> LeaseAlertsAsync(int most, TimeSpan lease, CancellationToken cancellationToken = default) => Locked(now => alerts.Lease(most, lease, now));

    /// <inheritdoc />
    public Task MarkAlertDeliveredAsync(string id, CancellationToken cancellationToken = default) => Locked(now =>
    {
        alerts.Delivered(id, now);
        return true;
    });

    /// <inheritdoc />
    public Task RetryAlertAsync(string id, TimeSpan delay, CancellationToken cancellationToken = default) => Locked(now =>
    {
        alerts.Retry(id, now + delay);
        return true;
    });

    /// <inheritdoc />
    public IAsyncEnumerable<BudgetAlert> AlertsAsync(DateTimeOffset? from = null, DateTimeOffset? until = null, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return alerts.All.Where(alert => !(alert.At < from) && !(alert.At >= until)).ToList().ToAsyncEnumerable();
        }
    }

    /// <inheritdoc />
    public Task<decimal> SpentAsync(LimitScope scope, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        Locked(_ => MicroUsd.ToUsd(limits.Of(scope).Attempts.Between(from, until)));

    /// <inheritdoc />
    public Task<AttemptLine> PresumeChargedAsync(AttemptKey key, TimeSpan after, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, after, LineSteps.Presume, cancellationToken);

    private Task<T> Locked<T>(Func<DateTimeOffset, T> call)
    {
        lock (gate)
        {
            return Task.FromResult(call(clock.GetUtcNow()));
        }
    }

    private void Alert(LedgerStep step, LedgerAttempt attempt, bool isMore, DateTimeOffset now)
    {
        if (step.Alert is { } alert)
        {
            alerts.Record(alert, now);
        }

        for (var i = 0; isMore && i < attempt.Scopes.Count; i++)
        {
            alerts.Reached(attempt.Scopes[i], attempt.Line.ReservedAt, now);
        }
    }
}
