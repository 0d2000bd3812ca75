using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>The ledger in the database file: each operation is one transaction that is on the disk before it returns, and binds every process on the file.</summary>
internal sealed partial class SqliteCostStore(SqliteDatabase database) : ICostStore
{
    private readonly LedgerReader reader = new(database);

    public Task<HoldResult> HoldAsync(HoldRequest request, CancellationToken cancellationToken = default)
    {
        HoldRules.Validate(request);
        return database.WriteAsync(sql => Hold(sql, request), sql => LineTable.Find(sql, request.Key) is not null, cancellationToken);
    }

    public Task<IReadOnlyList<IReadOnlyList<LimitRefusal>>> CheckAsync(IReadOnlyList<HoldRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        foreach (var request in requests)
        {
            HoldRules.Validate(request);
        }

        return database.ReadAsync<IReadOnlyList<IReadOnlyList<LimitRefusal>>>(
            sql => [.. requests.Select(request => LineTable.Find(sql, request.Key) is null ? LimitCheck.Run(sql, request, isWriting: false) : [])],
            cancellationToken);
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

    public Task<AttemptLine?> FindAsync(AttemptKey key, CancellationToken cancellationToken = default) =>
        database.ReadAsync(sql => LineTable.Find(sql, key)?.Line, cancellationToken);

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
        return database.ReadAsync(sql => SummaryQuery.Run(sql, span), cancellationToken);
    }

    public Task<LedgerRuns> SummariseRunsAsync(LedgerSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(span);
        return database.ReadAsync(sql => RunsQuery.Run(sql, span), cancellationToken);
    }

    private static HoldResult Hold(SqliteScope sql, HoldRequest request)
    {
        if (LineTable.Find(sql, request.Key) is { } known)
        {
            return new HoldResult.Held(known.Line);
        }

        if (LimitCheck.Run(sql, request, isWriting: true) is { Count: > 0 } refusals)
        {
            return new HoldResult.Refused(refusals);
        }

        var step = LineSteps.Reserve(request, sql.Now);
        LineTable.Insert(sql, step.Line, request.LongestRun);
        EntryTable.Append(sql, step.Line.Key, step.Entry!.Value);
        AlertTable.RecordReached(sql, step.Line);
        return new HoldResult.Held(step.Line);
    }

    // A step that is in the file finds nothing left to do: that is how an unknown commit is read back.
    private Task<AttemptLine> ChangeAsync(AttemptKey key, Func<AttemptLine, DateTimeOffset, LedgerStep> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            sql => Change(sql, key, change),
            sql => LineTable.Find(sql, key) is { } row && !change(row.Line, sql.Now).IsChange,
            cancellationToken);

    private static AttemptLine Change(SqliteScope sql, AttemptKey key, Func<AttemptLine, DateTimeOffset, LedgerStep> change)
    {
        var row = LineTable.Find(sql, key) ?? throw LineSteps.NothingHeld(key);
        var step = change(row.Line, sql.Now);
        if (step.IsChange)
        {
            LineTable.Update(sql, step.Line, row.LongestRun);
            if (step.Entry is { } entry)
            {
                EntryTable.Append(sql, key, entry);
            }

            Alert(sql, step, row.Line);
        }

        return step.Line;
    }
}
