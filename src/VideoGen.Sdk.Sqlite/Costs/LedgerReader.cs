using System.Runtime.CompilerServices;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>Reads lines and entries page by page, so that a long ledger holds neither memory nor an old snapshot of the file.</summary>
internal sealed class LedgerReader(SqliteDatabase database)
{
    private const int PageSize = 500;

    private const string AttemptFilter =
        "AND ($provider IS NULL OR l.provider = $provider) AND ($model IS NULL OR l.model = $model) AND ($tenant IS NULL OR l.tenant = $tenant) "
        + "AND ($campaign IS NULL OR l.campaign = $campaign) AND ($tag IS NULL OR EXISTS (SELECT 1 FROM json_each(l.tags) WHERE value = $tag)) ";

    // The last line read is the only lower bound: beside another one the index would be entered there, and every page would walk over all pages before it.
    private const string LineFilter = "WHERE (reserved_at, rowid) > ($after_at, $after_row) AND reserved_at < $until AND ($state IS NULL OR state = $state) ";

    private const string Flagged = "AND l.flag IS NOT NULL ";

    private static readonly string Lines = LineTable.Select.Replace("attempt_lines", "attempt_lines AS l", StringComparison.Ordinal) + LineFilter + AttemptFilter;

    // The plus keeps the index by time out of it, for the same reason.
    private static readonly string Entries = EntryTable.Select + "WHERE e.id > $after AND +e.at >= $from AND +e.at < $until " + AttemptFilter;

    internal static readonly string LineOrder = $"ORDER BY reserved_at, rowid LIMIT {PageSize}";

    private static readonly string EntryOrder = $"ORDER BY e.id LIMIT {PageSize}";

    // A job's own few rows are found by its id; written as one text for both, every such look would walk the whole table.
    internal static readonly (string All, string OfJob) LineTexts = (Lines, Lines + "AND l.job_id = $job ");

    // Written out, so that the few there are are found by an index of their own.
    private static readonly string UnverifiedLines = Lines + "AND l.state = 'Unverified' ";

    internal static readonly (string All, string OfJob) EntryTexts = (Entries + EntryOrder, Entries + "AND e.job_id = $job " + EntryOrder);

    private static readonly string AlertTexts =
        $"{AlertTable.Select}WHERE number > $after AND ($from IS NULL OR at >= $from) AND ($until IS NULL OR at < $until) ORDER BY number LIMIT {PageSize}";

    public async IAsyncEnumerable<AttemptLine> LinesAsync(LedgerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = (query.JobId is not null ? LineTexts.OfJob : query.State is LineState.Unverified ? UnverifiedLines : LineTexts.All) + (query.FlaggedOnly ? Flagged : "") + LineOrder;
        var (afterAt, afterRow) = query.From is { } from ? (SqliteTime.ToMicroseconds(from) - 1, long.MaxValue) : (long.MinValue, 0L);
        for (var page = PageSize; page == PageSize;)
        {
            var (at, row) = (afterAt, afterRow);
            var rows = await database.ReadAsync(
                scope => scope.All(sql, LineTable.Read, [.. Arguments(query), ("state", query.State), ("after_at", at), ("after_row", row)]),
                cancellationToken).ConfigureAwait(false);
            page = rows.Count;
            foreach (var found in rows)
            {
                (afterAt, afterRow) = (SqliteTime.ToMicroseconds(found.Line.ReservedAt), found.Row);
                yield return found.Line;
            }
        }
    }

    public async IAsyncEnumerable<BudgetAlert> AlertsAsync(DateTimeOffset? from, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        for (var page = PageSize; page == PageSize;)
        {
            var last = after;
            var rows = await database.ReadAsync(
                scope => scope.All(AlertTexts, AlertTable.Read, ("after", last), ("from", from), ("until", until)), cancellationToken).ConfigureAwait(false);
            page = rows.Count;
            foreach (var (number, alert) in rows)
            {
                after = number;
                yield return alert;
            }
        }
    }

    public async IAsyncEnumerable<LedgerEntry> EntriesAsync(LedgerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        for (var page = PageSize; page == PageSize;)
        {
            var last = after;
            var rows = await database.ReadAsync(
                scope => scope.All(
                    query.JobId is null ? EntryTexts.All : EntryTexts.OfJob, EntryTable.Read, [.. Arguments(query), ("from", query.From ?? DateTimeOffset.MinValue), ("after", last)]),
                cancellationToken).ConfigureAwait(false);
            page = rows.Count;
            foreach (var entry in rows)
            {
                after = entry.Id;
                yield return entry;
            }
        }
    }

    private static (string Name, object? Value)[] Arguments(LedgerQuery query)
    {
        (string, object?)[] narrow =
        [
            ("until", query.Until is { } until ? until : long.MaxValue),
            ("provider", query.Provider),
            ("model", query.Model),
            ("tenant", query.Tenant),
            ("campaign", query.Campaign),
            ("tag", query.Tag),
        ];
        return query.JobId is { } job ? [.. narrow, ("job", job)] : narrow;
    }
}
