using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>
/// The ledger in the database: each operation is one transaction that is on the server's disk before it returns, and binds every process on every machine.
/// Changes run one after the other behind one lock, those of one process together: every hold counts into the total of all, so their rows would queue up all the same, and one lock cannot deadlock.
/// </summary>
internal sealed partial class PostgreSqlCostStore(PostgreSqlDatabase database) : ICostStore
{
    private readonly JointLedger ledger = new(database);

    private readonly JointChecks checks = new(database);

    private readonly LedgerReader reader = new(database);

    public async Task<HoldResult> HoldAsync(HoldRequest request, CancellationToken cancellationToken = default)
    {
        HoldRules.Validate(request);
        return (await ledger.CallAsync(new LedgerCall.Hold(request), cancellationToken).ConfigureAwait(false)).ResultOrThrow();
    }

    public Task<IReadOnlyList<IReadOnlyList<LimitRefusal>>> CheckAsync(IReadOnlyList<HoldRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        foreach (var request in requests)
        {
            HoldRules.Validate(request);
        }

        return checks.CheckAsync(requests, cancellationToken);
    }

    public Task<AttemptLine> StartAsync(AttemptKey key, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, LineSteps.Start, cancellationToken);

    public Task<AttemptLine> RaiseAsync(AttemptKey key, decimal holdUsd, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, _) => LineSteps.Raise(line, holdUsd, reason), cancellationToken);

    public Task<AttemptLine> SettleAsync(AttemptKey key, Settlement settlement, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, now) => LineSteps.Settle(line, settlement, now), cancellationToken);

    public Task<AttemptLine> ReleaseAsync(AttemptKey key, AttemptOutcome outcome, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, now) => LineSteps.Release(line, outcome, reason, now), cancellationToken);

    public Task<AttemptLine> WithdrawAsync(AttemptKey key, string clientReference, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, now) => LineSteps.Withdraw(line, clientReference, reason, now), cancellationToken);

    public Task<AttemptLine> MarkUnverifiedAsync(AttemptKey key, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, now) => LineSteps.Doubt(line, reason, now), cancellationToken);

    public Task<AttemptLine> MarkVerifiedAsync(AttemptKey key, string remoteId, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, _) => LineSteps.Verify(line, remoteId), cancellationToken);

    public Task<AttemptLine> CorrectAsync(AttemptKey key, decimal chargeUsd, ChargeSource source, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, (line, _) => LineSteps.Correct(line, chargeUsd, source, reason), cancellationToken);

    public async Task<AttemptLine?> FindAsync(AttemptKey key, CancellationToken cancellationToken = default) =>
        (await database.AskAsync(exchange => LineTable.Find(exchange, key), cancellationToken).ConfigureAwait(false)).FirstOrDefault()?.Line;

    public IAsyncEnumerable<AttemptLine> ListAsync(LedgerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return reader.LinesAsync(query, cancellationToken);
    }

    public IAsyncEnumerable<LedgerEntry> EntriesAsync(LedgerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return reader.EntriesAsync(query, cancellationToken);
    }

    public Task<LedgerSummary> SummariseAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        return database.ReadAsync(sql => SummaryQuery.RunAsync(sql, span), cancellationToken);
    }

    public Task<LedgerRuns> SummariseRunsAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        return database.ReadAsync(sql => RunsQuery.RunAsync(sql, span), cancellationToken);
    }

    private async Task<AttemptLine> ChangeAsync(AttemptKey key, Func<AttemptLine, DateTimeOffset, LedgerStep> step, CancellationToken cancellationToken) =>
        ((HoldResult.Held)(await ledger.CallAsync(new LedgerCall.Change(key, step), cancellationToken).ConfigureAwait(false)).ResultOrThrow()).Line;
}
