using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <content>Alerts, and what grows old unverified. Delivery takes no lock of the ledger: no reservation waits for it.</content>
internal sealed partial class PostgreSqlCostStore
{
    public Task<bool> RecordAlertAsync(BudgetAlert alert, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return database.WriteAsync(sql => AlertTable.RecordAsync(sql, alert), sql => AlertTable.IsThereAsync(sql, alert.Key), cancellationToken);
    }

    // Read back as not written: what was leased all the same is due again when its lease ends.
    public Task<IReadOnlyList<BudgetAlert>> LeaseAlertsAsync(int most, TimeSpan lease, CancellationToken cancellationToken = default) =>
        database.WriteAsync<IReadOnlyList<BudgetAlert>>(async sql => await AlertTable.LeaseAsync(sql, most, lease).ConfigureAwait(false), _ => Task.FromResult(false), cancellationToken);

    public Task MarkAlertDeliveredAsync(string id, CancellationToken cancellationToken = default) =>
        database.WriteAsync(sql => AlertTable.DeliverAsync(sql, id), sql => AlertTable.IsDeliveredAsync(sql, id), cancellationToken);

    public Task RetryAlertAsync(string id, TimeSpan delay, CancellationToken cancellationToken = default) =>
        database.WriteAsync(sql => AlertTable.RetryAsync(sql, id, delay), _ => Task.FromResult(false), cancellationToken);

    public IAsyncEnumerable<BudgetAlert> AlertsAsync(DateTimeOffset? from = null, DateTimeOffset? until = null, CancellationToken cancellationToken = default) =>
        reader.AlertsAsync(from, until, cancellationToken);

    public Task<decimal> SpentAsync(LimitScope scope, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async sql => MicroUsd.ToUsd(await new LimitQueries(sql, scope).MoneyBetweenAsync(from, until).ConfigureAwait(false)), cancellationToken);

    public Task<AttemptLine> PresumeChargedAsync(AttemptKey key, TimeSpan after, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, now) => LineSteps.Presume(line, after, now), cancellationToken);
}
