using System.Text.Json;
using SQLitePCL;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>
/// One walk over the lines of a stretch. SQLite groups by sorting, once per direction; here each text is looked up by its bytes instead. A call into SQLite costs more than what is done with its
/// answer, so a row is asked for as few columns as can be.
/// </summary>
internal sealed class SummaryQuery
{
    // A line holds money or was charged, never both; an outcome comes with the end of the hold. The lowest bit of the third number is the flag.
    private const string Sql =
        "SELECT reserved_at, reserved_micro_usd + charged_micro_usd, ifnull(length, -1) * 2 + (flag IS NOT NULL), ifnull(outcome, state), account_id, model, tenant, campaign, tags, "
        + "provider, account FROM attempt_lines WHERE reserved_at >= $from AND reserved_at < $until ORDER BY reserved_at";

    private readonly SummaryFold fold;
    private readonly ColumnValues<(LineFate Fate, bool IsHeld)> fates;
    private readonly ColumnValues<AccountMeters> accounts;
    private readonly ColumnValues<TotalsMeter> tenants;
    private readonly ColumnValues<TotalsMeter> campaigns;
    private readonly ColumnValues<TotalsMeter[]> tags;

    private SummaryQuery(SummaryFold fold)
    {
        this.fold = fold;
        fates = new ColumnValues<(LineFate, bool)>(3, (row, column) => FateOf(row.TextOrNull(column)!));
        accounts = new ColumnValues<AccountMeters>(4, (row, _) => new AccountMeters(fold, row.TextOrNull(9)!, row.TextOrNull(10)!));
        tenants = new ColumnValues<TotalsMeter>(6, (row, column) => fold.Tenants[row.TextOrNull(column)]);
        campaigns = new ColumnValues<TotalsMeter>(7, (row, column) => fold.Campaigns[row.TextOrNull(column)]);
        tags = new ColumnValues<TotalsMeter[]>(8, (row, column) => fold.OfTags(Parse(row.TextOrNull(column))));
    }

    public static LedgerSummary Run(SqliteScope sql, LedgerSpan span)
    {
        var query = new SummaryQuery(new SummaryFold(span));
        sql.Scan(Sql, query.Add, ("from", span.From), ("until", span.Until));
        return query.fold.ToSummary();
    }

    private void Add(sqlite3_stmt row)
    {
        var (fate, isHeld) = fates.Of(row);
        var money = raw.sqlite3_column_int64(row, 1);
        var lengthAndFlag = raw.sqlite3_column_int64(row, 2);
        var (isVideo, length) = (fate is LineFate.Video, lengthAndFlag >> 1);
        var sums = new LineSums(fate, 1, lengthAndFlag & 1, isHeld ? 0 : money, isHeld ? money : 0, isVideo && length >= 0 ? length : 0, isVideo && length < 0 ? money : 0);
        accounts.Of(row).Add(row, sums);
        fold.Day(SqliteTime.FromMicroseconds(raw.sqlite3_column_int64(row, 0))).Add(sums);
        tenants.Of(row).Add(sums);
        campaigns.Of(row).Add(sums);
        foreach (var meter in tags.Of(row))
        {
            meter.Add(sums);
        }
    }

    private static (LineFate Fate, bool IsHeld) FateOf(string word) => Enum.TryParse<LineState>(word, out var open)
        ? (LineFates.Of(open, null), true)
        : (LineFates.Of(LineState.Charged, Enum.Parse<AttemptOutcome>(word)), false);

    private static IReadOnlyList<string> Parse(string? json) => json is { Length: > 2 } ? JsonSerializer.Deserialize(json, LedgerJsonContext.Default.IReadOnlyListString)! : [];
}
