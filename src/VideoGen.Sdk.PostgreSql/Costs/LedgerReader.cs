using System.Runtime.CompilerServices;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Reads lines and entries page by page, so that a long ledger holds neither memory nor an old snapshot of the database, which would slow every claim.</summary>
internal sealed class LedgerReader(PostgreSqlDatabase database)
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<AttemptLine> LinesAsync(LedgerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (narrowing, arguments) = Narrow(query, "l", "reserved_at");
        if (query.State is { } state)
        {
            // Written out, so that the few unverified ones are found by an index of their own, also under a plan for any state.
            narrowing += $"AND l.state = '{state}' ";
        }

        narrowing += query.FlaggedOnly ? "AND l.flag IS NOT NULL " : "";
        var sql = $"{LineTable.Select}WHERE (l.reserved_at, l.number) > (@after_at, @after_number) {narrowing}ORDER BY l.reserved_at, l.number LIMIT {PageSize}";
        var (afterAt, afterNumber) = (DateTimeOffset.MinValue, 0L);
        for (var page = PageSize; page == PageSize;)
        {
            (string, object?)[] all = [.. arguments, ("after_at", afterAt), ("after_number", afterNumber)];
            var rows = await database.ReadAsync(scope => scope.AllAsync(sql, LineTable.Read, all), cancellationToken).ConfigureAwait(false);
            page = rows.Count;
            foreach (var found in rows)
            {
                (afterAt, afterNumber) = (found.Line.ReservedAt, found.Row);
                yield return found.Line;
            }
        }
    }

    public async IAsyncEnumerable<LedgerEntry> EntriesAsync(LedgerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (narrowing, arguments) = Narrow(query, "e", "at");
        var sql = $"{EntryTable.Select}WHERE e.id > @after {narrowing}ORDER BY e.id LIMIT {PageSize}";
        var after = 0L;
        for (var page = PageSize; page == PageSize;)
        {
            (string, object?)[] all = [.. arguments, ("after", after)];
            var rows = await database.ReadAsync(scope => scope.AllAsync(sql, EntryTable.Read, all), cancellationToken).ConfigureAwait(false);
            page = rows.Count;
            foreach (var entry in rows)
            {
                after = entry.Id;
                yield return entry;
            }
        }
    }

    public async IAsyncEnumerable<BudgetAlert> AlertsAsync(DateTimeOffset? from, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = $"{AlertTable.Select}WHERE number > @after AND at >= @from AND at < @until ORDER BY number LIMIT {PageSize}";
        var after = 0L;
        for (var page = PageSize; page == PageSize;)
        {
            (string, object?)[] arguments = [("after", after), ("from", from ?? DateTimeOffset.MinValue), ("until", until ?? DateTimeOffset.MaxValue)];
            var rows = await database.ReadAsync(scope => scope.AllAsync(sql, AlertTable.Read, arguments), cancellationToken).ConfigureAwait(false);
            page = rows.Count;
            foreach (var (number, alert) in rows)
            {
                after = number;
                yield return alert;
            }
        }
    }

    // Only what was asked is in the text, so that each question finds its own index.
    private static (string Sql, List<(string Name, object? Value)> Arguments) Narrow(LedgerQuery query, string table, string time)
    {
        (string Sql, string Name, object? Value)[] all =
        [
            ($"{table}.{time} >= @from", "from", query.From),
            ($"{table}.{time} < @until", "until", query.Until),
            ($"{table}.job_id = @job", "job", query.JobId),
            ("l.provider = @provider", "provider", query.Provider),
            ("l.model = @model", "model", query.Model),
            ("l.tenant = @tenant", "tenant", query.Tenant),
            ("l.campaign = @campaign", "campaign", query.Campaign),
            ("@tag = ANY (l.tags)", "tag", query.Tag),
        ];
        var asked = all.Where(part => part.Value is not null).ToList();
        return (string.Concat(asked.Select(part => $"AND {part.Sql} ")), [.. asked.Select(part => (part.Name, part.Value))]);
    }
}
