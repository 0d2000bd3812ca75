using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Lines as rows of <c>attempt_lines</c>.</summary>
internal static class LineTable
{
    private const string Columns =
        "job_id, attempt, client_reference, remote_id, provider, account, model, tenant, campaign, tags, state, outcome, source, flag, "
        + "reserved_usd, charged_usd, reserved_at, started_at, settled_at, longest_run, length";

    /// <summary>Begins every reading of lines.</summary>
    public const string Select = "SELECT number, " + Columns + " FROM attempt_lines AS l ";

    private const string One = Select + "WHERE job_id = @job AND attempt = @attempt";

    public static Task<LineRow?> FindAsync(PostgreSqlScope scope, AttemptKey key) => scope.FirstAsync(One, Read, ("job", key.JobId ?? ""), ("attempt", key.Number));

    /// <summary>The lines that are there among several, in one question.</summary>
    public static List<LineRow> Find(PostgreSqlExchange exchange, IReadOnlyCollection<AttemptKey> keys) => exchange.Add(
        Select + "JOIN unnest(@jobs, @attempts) AS asked (job, number_of) ON l.job_id = asked.job AND l.attempt = asked.number_of",
        Read, ("jobs", keys.Select(key => key.JobId ?? "").ToArray()), ("attempts", keys.Select(key => key.Number).ToArray()));

    /// <summary>The same of one.</summary>
    public static List<LineRow> Find(PostgreSqlExchange exchange, AttemptKey key) => exchange.Add(One, Read, ("job", key.JobId ?? ""), ("attempt", key.Number));

    /// <summary>Writes a new line and its first entry in one statement.</summary>
    public static void Insert(PostgreSqlExchange exchange, AttemptLine line, TimeSpan longestRun, EntryDraft entry) => exchange.Write(
        "WITH line AS (INSERT INTO attempt_lines (" + Columns + ", account_id) VALUES (@job, @attempt, @reference, NULL, @provider, @account, @model, @tenant, @campaign, "
        + "@tags, @state, NULL, NULL, NULL, @reserved, 0, @reserved_at, NULL, NULL, @longest_run, @length, @account_id)) "
        + "INSERT INTO ledger_entries (at, job_id, attempt, kind, amount_usd) VALUES (@reserved_at, @job, @attempt, @kind, @reserved)",
        ("kind", entry.Kind),
        ("job", line.Key.JobId),
        ("attempt", line.Key.Number),
        ("reference", line.ClientReference),
        ("provider", line.Provider),
        ("account", line.Account),
        ("model", line.Model),
        ("tenant", line.Tenant),
        ("campaign", line.Campaign),
        ("tags", line.Tags.ToArray()),
        ("state", line.State),
        ("reserved", line.ReservedUsd),
        ("reserved_at", line.ReservedAt),
        ("longest_run", longestRun),
        ("length", line.Length),
        ("account_id", $"{line.Provider}/{line.Account}"));

    public static void Update(PostgreSqlExchange exchange, AttemptLine line, TimeSpan longestRun) => exchange.Write(
        "UPDATE attempt_lines SET remote_id = @remote, state = @state, outcome = @outcome, source = @source, flag = @flag, reserved_usd = @reserved, "
        + "charged_usd = @charged, started_at = @started_at, settled_at = @settled_at, submitted_at = @submitted_at, place_until = @place_until, length = @length "
        + "WHERE job_id = @job AND attempt = @attempt",
        ("remote", line.RemoteId),
        ("state", line.State),
        ("outcome", line.Outcome),
        ("source", line.Source),
        ("flag", PostgreSqlValue.Shown(line.Flag)),
        ("reserved", line.ReservedUsd),
        ("charged", line.ChargedUsd),
        ("started_at", line.StartedAt),
        ("settled_at", line.SettledAt),
        ("submitted_at", line.SubmittedAt()),
        ("place_until", line.PlaceUntil(longestRun)),
        ("length", line.Length),
        ("job", line.Key.JobId),
        ("attempt", line.Key.Number));

    public static LineRow Read(PostgreSqlRow row) => new(row.Number("number"), row.Length("longest_run"), new AttemptLine
    {
        Key = new AttemptKey(row.Text("job_id"), row.Count("attempt")),
        ClientReference = row.Text("client_reference"),
        RemoteId = row.TextOrNull("remote_id"),
        Provider = row.Text("provider"),
        Account = row.Text("account"),
        Model = row.Text("model"),
        Tenant = row.TextOrNull("tenant"),
        Campaign = row.TextOrNull("campaign"),
        Tags = row.Texts("tags"),
        Length = row.LengthOrNull("length"),
        State = row.Word<LineState>("state"),
        Outcome = row.WordOrNull<AttemptOutcome>("outcome"),
        Source = row.WordOrNull<ChargeSource>("source"),
        Flag = row.TextOrNull("flag"),
        ReservedUsd = row.Usd("reserved_usd"),
        ChargedUsd = row.Usd("charged_usd"),
        ReservedAt = row.Time("reserved_at"),
        StartedAt = row.TimeOrNull("started_at"),
        SettledAt = row.TimeOrNull("settled_at"),
    });
}
