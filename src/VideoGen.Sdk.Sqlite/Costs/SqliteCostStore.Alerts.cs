using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <content>Alerts, and what grows old unverified.</content>
internal sealed partial class SqliteCostStore
{
    public Task<bool> RecordAlertAsync(BudgetAlert alert, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return database.WriteAsync(sql => AlertTable.Record(sql, alert), sql => AlertTable.IsThere(sql, alert.Key), cancellationToken);
    }

    // Leased twice after an unknown commit is delivered twice, which receivers bear; leased by nobody would wait for the lease to end.
    public Task<IReadOnlyList<BudgetAlert>> LeaseAlertsAsync(int most, TimeSpan lease, CancellationToken cancellationToken = default) =>
        database.WriteAsync<IReadOnlyList<BudgetAlert>>(sql => AlertTable.Lease(sql, most, lease), null, cancellationToken);

    public Task MarkAlertDeliveredAsync(string id, CancellationToken cancellationToken = default) =>
        database.WriteAsync(sql => AlertTable.Deliver(sql, id), sql => AlertTable.IsDelivered(sql, id), cancellationToken);

    public Task RetryAlertAsync(string id, TimeSpan delay, CancellationToken cancellationToken = default) =>
        database.WriteAsync(sql => AlertTable.Retry(sql, id, delay), null, cancellationToken);

    public IAsyncEnumerable<BudgetAlert> AlertsAsync(DateTimeOffset? from = null, DateTimeOffset? until = null, CancellationToken cancellationToken = default) =>
        reader.AlertsAsync(from, until, cancellationToken);

    public Task<decimal> SpentAsync(LimitScope scope, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        database.ReadAsync(sql => MicroUsd.ToUsd(new LimitQueries(sql, scope).MoneyBetween(from, until)), cancellationToken);

    public Task<AttemptLine> PresumeChargedAsync(AttemptKey key, TimeSpan after, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, now) => LineSteps.Presume(line, after, now), cancellationToken);

    private static void Alert(SqliteScope sql, LedgerStep step, AttemptLine before)
    {
        if (step.Alert is { } alert)
        {
            AlertTable.Record(sql, alert);
        }

        if (step.Line.CountedMicroUsd() > before.CountedMicroUsd())
        {
            AlertTable.RecordReached(sql, step.Line);
        }
    }
}
