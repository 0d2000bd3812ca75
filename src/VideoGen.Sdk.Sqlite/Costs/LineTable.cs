using System.Text.Json;
using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Costs.Ledger;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>Lines as rows of <c>attempt_lines</c>.</summary>
internal static class LineTable
{
    private const string Columns =
        "job_id, attempt, client_reference, remote_id, provider, account, model, tenant, campaign, tags, state, outcome, source, flag, "
        + "reserved_micro_usd, charged_micro_usd, reserved_at, started_at, settled_at, longest_run, length";

    /// <summary>Begins every reading of lines.</summary>
    public const string Select = "SELECT rowid AS row, " + Columns + " FROM attempt_lines ";

    public static LineRow? Find(SqliteScope scope, AttemptKey key) =>
        scope.First(Select + "WHERE job_id = $job AND attempt = $attempt", Read, ("job", key.JobId), ("attempt", key.Number));

    public static void Insert(SqliteScope scope, AttemptLine line, TimeSpan longestRun) => scope.Execute(
        "INSERT INTO attempt_lines (" + Columns + ", account_id) VALUES ($job, $attempt, $reference, NULL, $provider, $account, $model, $tenant, $campaign, "
        + "$tags, $state, NULL, NULL, NULL, $reserved, 0, $reserved_at, NULL, NULL, $longest_run, $length, $account_id)",
        ("job", line.Key.JobId),
        ("attempt", line.Key.Number),
        ("reference", line.ClientReference),
        ("provider", line.Provider),
        ("account", line.Account),
        ("model", line.Model),
        ("tenant", line.Tenant),
        ("campaign", line.Campaign),
        ("tags", JsonSerializer.Serialize(line.Tags, LedgerJsonContext.Default.IReadOnlyListString)),
        ("state", line.State),
        ("reserved", UsdColumn.From(line.ReservedUsd)),
        ("reserved_at", line.ReservedAt),
        ("longest_run", longestRun),
        ("length", line.Length),
        ("account_id", $"{line.Provider}/{line.Account}"));

    public static void Update(SqliteScope scope, AttemptLine line, TimeSpan longestRun) => scope.Execute(
        "UPDATE attempt_lines SET remote_id = $remote, state = $state, outcome = $outcome, source = $source, flag = $flag, reserved_micro_usd = $reserved, "
        + "charged_micro_usd = $charged, started_at = $started_at, settled_at = $settled_at, submitted_at = $submitted_at, place_until = $place_until, length = $length "
        + "WHERE job_id = $job AND attempt = $attempt",
        ("remote", line.RemoteId),
        ("state", line.State),
        ("outcome", line.Outcome),
        ("source", line.Source),
        ("flag", line.Flag),
        ("reserved", UsdColumn.From(line.ReservedUsd)),
        ("charged", UsdColumn.From(line.ChargedUsd)),
        ("started_at", line.StartedAt),
        ("settled_at", line.SettledAt),
        ("submitted_at", line.SubmittedAt()),
        ("place_until", line.PlaceUntil(longestRun)),
        ("length", line.Length),
        ("job", line.Key.JobId),
        ("attempt", line.Key.Number));

    public static LineRow Read(SqliteRow row) => new(row.Number("row"), row.Length("longest_run"), new AttemptLine
    {
        Key = new AttemptKey(row.Text("job_id"), (int)row.Number("attempt")),
        ClientReference = row.Text("client_reference"),
        RemoteId = row.TextOrNull("remote_id"),
        Provider = row.Text("provider"),
        Account = row.Text("account"),
        Model = row.Text("model"),
        Tenant = row.TextOrNull("tenant"),
        Campaign = row.TextOrNull("campaign"),
        Tags = row.Text("tags") is { Length: > 2 } tags ? JsonSerializer.Deserialize(tags, LedgerJsonContext.Default.IReadOnlyListString)! : [],
        Length = row.LengthOrNull("length"),
        State = row.Word<LineState>("state"),
        Outcome = row.WordOrNull<AttemptOutcome>("outcome"),
        Source = row.WordOrNull<ChargeSource>("source"),
        Flag = row.TextOrNull("flag"),
        ReservedUsd = row.Usd("reserved_micro_usd"),
        ChargedUsd = row.Usd("charged_micro_usd"),
        ReservedAt = row.Time("reserved_at"),
        StartedAt = row.TimeOrNull("started_at"),
        SettledAt = row.TimeOrNull("settled_at"),
    });
}
