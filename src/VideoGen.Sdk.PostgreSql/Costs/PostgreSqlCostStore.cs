using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>
/// The ledger in the database: each operation is one transaction that is on the server's disk before it returns, and binds every process on every machine.
/// Changes run one after the other behind one lock: every hold counts into the total of all, so their rows would queue up all the same, and one lock cannot deadlock.
/// </summary>
internal sealed partial class PostgreSqlCostStore(PostgreSqlDatabase database) : ICostStore
{
    private const string Lock = "costs";

    private readonly JointHolds holds = new(database, Lock, HoldAsync);

    private readonly LedgerReader reader = new(database);

    public Task<HoldResult> HoldAsync(HoldRequest request, CancellationToken cancellationToken = default)
    {
        HoldRules.Validate(request);
        return holds.HoldAsync(request, cancellationToken);
    }

    public Task<IReadOnlyList<IReadOnlyList<LimitRefusal>>> CheckAsync(IReadOnlyList<HoldRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        foreach (var request in requests)
        {
            HoldRules.Validate(request);
        }

        return database.SnapshotAsync<IReadOnlyList<IReadOnlyList<LimitRefusal>>>(
            async sql =>
            {
                var answers = new List<IReadOnlyList<LimitRefusal>>();
                foreach (var request in requests)
                {
                    answers.Add(await LineTable.FindAsync(sql, request.Key).ConfigureAwait(false) is null
                        ? await LimitCheck.RunAsync(sql, request, isWriting: false).ConfigureAwait(false)
                        : []);
                }

                return answers;
            },
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
        database.ReadAsync(async sql => (await LineTable.FindAsync(sql, key).ConfigureAwait(false))?.Line, cancellationToken);

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

    // Only for an attempt that has no line yet.
    private static async Task<HoldResult> HoldAsync(PostgreSqlScope sql, HoldRequest request)
    {
        if (await LimitCheck.RunAsync(sql, request, isWriting: true).ConfigureAwait(false) is { Count: > 0 } refusals)
        {
            return new HoldResult.Refused(refusals);
        }

        var step = LineSteps.Reserve(request, sql.Now);
        await LineTable.InsertAsync(sql, step.Line, request.LongestRun, step.Entry!.Value).ConfigureAwait(false);
        return new HoldResult.Held(step.Line);
    }

    // A step that is in the database finds nothing left to do: that is how an unknown commit is read back.
    private Task<AttemptLine> ChangeAsync(AttemptKey key, Func<AttemptLine, DateTimeOffset, LedgerStep> change, CancellationToken cancellationToken) => database.WriteAsync(
        sql => ChangeAsync(sql, key, change),
        async sql => await LineTable.FindAsync(sql, key).ConfigureAwait(false) is { } row && !change(row.Line, sql.Now).IsChange,
        cancellationToken,
        Lock);

    private static async Task<AttemptLine> ChangeAsync(PostgreSqlScope sql, AttemptKey key, Func<AttemptLine, DateTimeOffset, LedgerStep> change)
    {
        var row = await LineTable.FindAsync(sql, key).ConfigureAwait(false) ?? throw LineSteps.NothingHeld(key);
        var step = change(row.Line, sql.Now);
        if (step.IsChange)
        {
            await LineTable.UpdateAsync(sql, step.Line, row.LongestRun).ConfigureAwait(false);
            if (step.Entry is { } entry)
            {
                await EntryTable.AppendAsync(sql, key, entry).ConfigureAwait(false);
            }

            if (step.Alert is { } alert)
            {
                await AlertTable.RecordAsync(sql, alert).ConfigureAwait(false);
            }
        }

        return step.Line;
    }
}
