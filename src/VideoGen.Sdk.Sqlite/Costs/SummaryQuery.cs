using SQLitePCL;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>
/// One walk over the lines of a stretch. SQLite groups by sorting, once per direction; here each row is looked up by its bytes instead, and only what differs becomes text.
/// </summary>
internal static class SummaryQuery
{
    // The first eight columns are the cell's key, in the order of CellTable.
    private const string Sql =
        "SELECT provider, account, model, tenant, campaign, tags, state, outcome, reserved_at, charged_micro_usd, reserved_micro_usd, length, flag IS NOT NULL "
        + "FROM attempt_lines WHERE reserved_at >= $from AND reserved_at < $until ORDER BY reserved_at";

    public static LedgerSummary Run(SqliteScope sql, LedgerSpan span)
    {
        var fold = new SummaryFold(span);
        var cells = new CellTable();
        sql.Scan(Sql, row => Add(row, cells, fold), ("from", span.From), ("until", span.Until));
        foreach (var cell in cells.All)
        {
            fold.Add(cell.Facts, cell.Sums);
        }

        return fold.ToSummary();
    }

    private static void Add(sqlite3_stmt row, CellTable cells, SummaryFold fold)
    {
        var cell = cells.Of(row);
        var charged = raw.sqlite3_column_int64(row, 9);
        var isMeasured = cell.Fate is LineFate.Video && raw.sqlite3_column_type(row, 11) != raw.SQLITE_NULL;
        var sums = new LineSums(
            cell.Fate,
            1,
            raw.sqlite3_column_int64(row, 12),
            charged,
            raw.sqlite3_column_int64(row, 10),
            isMeasured ? raw.sqlite3_column_int64(row, 11) : 0,
            cell.Fate is LineFate.Video && !isMeasured ? charged : 0);
        cell.Add(sums);
        fold.AddDay(fold.DayOf(SqliteTime.FromMicroseconds(raw.sqlite3_column_int64(row, 8))), sums);
    }
}
