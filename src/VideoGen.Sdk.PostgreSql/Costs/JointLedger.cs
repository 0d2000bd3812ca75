namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>
/// What this process changes on the ledger. Calls that wait while others are under the ledger's lock go together under the next one, each after the one before it, and all share its exchanges and its commit.
/// Safe for use by many threads at once.
/// </summary>
internal sealed class JointLedger
{
    private const string Lock = "costs";

    // As long as these take, nobody else may change anything.
    private const int MostInOne = 32;

    private readonly PostgreSqlDatabase database;
    private readonly JointCalls<LedgerCall, LedgerAnswer> calls;

    public JointLedger(PostgreSqlDatabase database)
    {
        this.database = database;
        calls = new(carriers: 1, MostInOne, WriteAsync);
    }

    public async Task<LedgerAnswer> CallAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await calls.CallAsync(call, cancellationToken).ConfigureAwait(false) ?? (await WriteAsync([call], cancellationToken).ConfigureAwait(false))[0];
    }

    private async Task<IReadOnlyList<LedgerAnswer?>> WriteAsync(List<LedgerCall> lot) => await WriteAsync(lot, CancellationToken.None).ConfigureAwait(false);

    // All or nothing was committed, so the last call that wrote tells for all.
    private Task<List<LedgerAnswer>> WriteAsync(List<LedgerCall> lot, CancellationToken cancellationToken)
    {
        LedgerCall? last = null;
        return database.WriteAtOnceAsync(
            async sql =>
            {
                var work = new LedgerLot(sql);
                var answers = await work.RunAsync(lot, Lock).ConfigureAwait(false);
                last = work.LastWritten;
                return answers;
            },
            async sql => last is null || await IsThereAsync(sql, last).ConfigureAwait(false),
            cancellationToken);
    }

    // A step that is in the database finds nothing left to do.
    private static async Task<bool> IsThereAsync(PostgreSqlScope sql, LedgerCall call) =>
        await LineTable.FindAsync(sql, call.Key).ConfigureAwait(false) is { } row && (call is not LedgerCall.Change change || !change.Step(row.Line, sql.Now).IsChange);
}
