using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Entries as rows of <c>ledger_entries</c>; the facts of the attempt are read from its line, where they never change.</summary>
internal static class EntryTable
{
    /// <summary>Begins every reading of entries.</summary>
    public const string Select =
        "SELECT e.id, e.at, e.job_id, e.attempt, e.kind, e.amount_usd, e.source, e.reason, l.provider, l.account, l.model, l.tenant, l.campaign "
        + "FROM ledger_entries AS e JOIN attempt_lines AS l ON l.job_id = e.job_id AND l.attempt = e.attempt ";

    public static void Append(PostgreSqlExchange exchange, AttemptKey key, EntryDraft entry, DateTimeOffset now) => exchange.Write(
        "INSERT INTO ledger_entries (at, job_id, attempt, kind, amount_usd, source, reason) VALUES (@at, @job, @attempt, @kind, @amount, @source, @reason)",
        ("at", now),
        ("job", key.JobId),
        ("attempt", key.Number),
        ("kind", entry.Kind),
        ("amount", entry.AmountUsd),
        ("source", entry.Source),
        ("reason", PostgreSqlValue.Shown(entry.Reason)));

    public static LedgerEntry Read(PostgreSqlRow row) => new()
    {
        Id = row.Number("id"),
        At = row.Time("at"),
        Key = new AttemptKey(row.Text("job_id"), row.Count("attempt")),
        Kind = row.Word<LedgerEntryKind>("kind"),
        AmountUsd = row.Usd("amount_usd"),
        Provider = row.Text("provider"),
        Account = row.Text("account"),
        Model = row.Text("model"),
        Tenant = row.TextOrNull("tenant"),
        Campaign = row.TextOrNull("campaign"),
        Source = row.WordOrNull<ChargeSource>("source"),
        Reason = row.TextOrNull("reason"),
    };
}
