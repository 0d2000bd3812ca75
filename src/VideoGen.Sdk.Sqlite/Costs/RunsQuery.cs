using SQLitePCL;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>One walk over the lines of a stretch, each beside the others of its job; most jobs have one line, and for those nothing else is looked up.</summary>
internal static class RunsQuery
{
    private const string Earlier = "FROM attempt_lines AS p WHERE p.job_id = l.job_id AND p.attempt < l.attempt ";

    private const string Sql =
        "SELECT l.provider, l.state, l.outcome, l.charged_micro_usd, l.settled_at, "
        + "CASE WHEN l.attempt > 1 THEN (SELECT p.account_id = l.account_id AND p.model = l.model " + Earlier + "ORDER BY p.attempt DESC LIMIT 1) END, "
        + "l.attempt > 1 AND EXISTS (SELECT 1 " + Earlier + "AND p.outcome = 'Succeeded' AND p.state IN ('Charged', 'Released')), "
        + "coalesce(CASE WHEN l.attempt > 1 THEN (SELECT p.reserved_at " + Earlier + "ORDER BY p.attempt LIMIT 1) END, l.reserved_at), "
        + "l.outcome IS NOT 'Succeeded' AND NOT EXISTS (SELECT 1 FROM attempt_lines AS p WHERE p.job_id = l.job_id AND p.attempt > l.attempt) "
        + "FROM attempt_lines AS l WHERE l.reserved_at >= $from AND l.reserved_at < $until";

    public static LedgerRuns Run(SqliteScope sql, LedgerSpan span)
    {
        var fold = new RunsFold();
        var names = new WordTable();
        sql.Scan(Sql, row => fold.Add(Read(row, names)), ("from", span.From), ("until", span.Until));
        return fold.ToRuns();
    }

    private static RunFacts Read(sqlite3_stmt row, WordTable names)
    {
        var outcome = names.Of(row, 2);
        var length = raw.sqlite3_column_int64(row, 4) - raw.sqlite3_column_int64(row, 7);
        return new RunFacts(
            names.Of(row, 0)!,
            LineFates.Of(Enum.Parse<LineState>(names.Of(row, 1)!), outcome is null ? null : Enum.Parse<AttemptOutcome>(outcome)),
            raw.sqlite3_column_int64(row, 3),
            raw.sqlite3_column_type(row, 5) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(row, 5) != 0,
            raw.sqlite3_column_int64(row, 6) != 0,
            raw.sqlite3_column_int64(row, 8) != 0,
            Math.Max(0, (length + 999_999) / 1_000_000));
    }
}
