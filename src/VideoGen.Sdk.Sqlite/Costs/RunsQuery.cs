using SQLitePCL;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>One walk over the lines of a stretch, each beside the others of its job; most jobs have one line, and for those nothing else is looked up.</summary>
internal sealed class RunsQuery
{
    private const string Earlier = "FROM attempt_lines AS p WHERE p.job_id = l.job_id AND p.attempt < l.attempt ";

    private const string Sql =
        "SELECT l.provider, l.state, l.outcome, l.charged_micro_usd, l.settled_at, "
        + "CASE WHEN l.attempt > 1 THEN (SELECT p.account_id = l.account_id AND p.model = l.model " + Earlier + "ORDER BY p.attempt DESC LIMIT 1) END, "
        + "l.attempt > 1 AND EXISTS (SELECT 1 " + Earlier + "AND p.outcome = 'Succeeded' AND p.state IN ('Charged', 'Released')), "
        + "coalesce(CASE WHEN l.attempt > 1 THEN (SELECT p.reserved_at " + Earlier + "ORDER BY p.attempt LIMIT 1) END, l.reserved_at), "
        + "l.outcome IS NOT 'Succeeded' AND NOT EXISTS (SELECT 1 FROM attempt_lines AS p WHERE p.job_id = l.job_id AND p.attempt > l.attempt) "
        + "FROM attempt_lines AS l WHERE l.reserved_at >= $from AND l.reserved_at < $until";

    private readonly ColumnValues<string> providers = new(0, (row, column) => row.TextOrNull(column)!);
    private readonly ColumnValues<LineState> states = new(1, (row, column) => Enum.Parse<LineState>(row.TextOrNull(column)!));
    private readonly ColumnValues<AttemptOutcome?> outcomes = new(2, (row, column) => row.TextOrNull(column) is { } text ? Enum.Parse<AttemptOutcome>(text) : null);

    public static LedgerRuns Run(SqliteScope sql, LedgerSpan span)
    {
        var fold = new RunsFold();
        var query = new RunsQuery();
        sql.Scan(Sql, row => fold.Add(query.Read(row)), ("from", span.From), ("until", span.Until));
        return fold.ToRuns();
    }

    private RunFacts Read(sqlite3_stmt row)
    {
        var length = raw.sqlite3_column_int64(row, 4) - raw.sqlite3_column_int64(row, 7);
        return new RunFacts(
            providers.Of(row),
            LineFates.Of(states.Of(row), outcomes.Of(row)),
            raw.sqlite3_column_int64(row, 3),
            row.IsNull(5) ? null : raw.sqlite3_column_int64(row, 5) != 0,
            raw.sqlite3_column_int64(row, 6) != 0,
            raw.sqlite3_column_int64(row, 8) != 0,
            Math.Max(0, (length + 999_999) / 1_000_000));
    }
}
