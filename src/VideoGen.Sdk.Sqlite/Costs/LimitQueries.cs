using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>What one scope counts, asked of the file. Windows begin at <c>from</c>, inclusive.</summary>
internal readonly struct LimitQueries(SqliteScope sql, LimitScope scope)
{
    private const string Open = "state IN ('Reserved', 'Unverified')";
    private const string Money = "coalesce(sum(reserved_micro_usd + charged_micro_usd), 0) AS answer";

    private static readonly ScopeTexts MoneyOfJob = new($"SELECT {Money} FROM attempt_lines WHERE job_id = $job AND ", "");

    private static readonly ScopeTexts SubmissionsOfJob = new(
        "SELECT count(*) AS answer FROM attempt_lines WHERE job_id = $job AND (submitted_at IS NOT NULL OR state = 'Reserved' AND started_at IS NULL) AND ", "");

    private static readonly ScopeTexts MoneyBetween = new($"SELECT {Money} FROM attempt_lines WHERE ", " AND reserved_at >= $from AND reserved_at < $until");

    private static readonly ScopeTexts Amounts = new(
        "SELECT reserved_at, reserved_micro_usd + charged_micro_usd AS amount FROM attempt_lines WHERE ", " AND reserved_at >= $from ORDER BY reserved_at");

    private static readonly ScopeTexts OpenMoney = new($"SELECT {Money} FROM attempt_lines WHERE {Open} AND ", "");

    private static readonly ScopeTexts OpenPlaces = new(
        $"SELECT count(*) AS answer FROM attempt_lines WHERE {Open} AND (state = 'Reserved' OR place_until > $now) AND ", "");

    private static readonly ScopeTexts PendingSubmissions = new($"SELECT count(*) AS answer FROM attempt_lines WHERE {Open} AND started_at IS NULL AND ", "");

    private static readonly ScopeTexts SubmissionsFrom = new("SELECT count(*) AS answer FROM attempt_lines WHERE ", " AND submitted_at >= $from");

    private static readonly ScopeTexts NewestSubmission = new(
        "SELECT submitted_at FROM attempt_lines WHERE ", " AND submitted_at >= $from ORDER BY submitted_at DESC LIMIT 1 OFFSET $place");

    private static readonly ScopeTexts OldestSubmission = new(
        "SELECT submitted_at FROM attempt_lines WHERE ", " AND submitted_at >= $from ORDER BY submitted_at LIMIT 1 OFFSET $place");

    private readonly SqliteScope sql = sql;
    private readonly LimitScope scope = scope;

    public long MoneyOf(string jobId) => Number(MoneyOfJob, ("job", jobId), ("scope", scope.Value));

    public long CountOf(string jobId) => Number(SubmissionsOfJob, ("job", jobId), ("scope", scope.Value));

    public long MoneyIn(DateTimeOffset from, object until) => Number(MoneyBetween, ("scope", scope.Value), ("from", from), ("until", until));

    public long MoneyWhileOpen() => Number(OpenMoney, ("scope", scope.Value));

    public long PlacesWhileOpen() => Number(OpenPlaces, ("now", sql.Now), ("scope", scope.Value));

    public long Pending() => Number(PendingSubmissions, ("scope", scope.Value));

    public long CountFrom(DateTimeOffset from) => Number(SubmissionsFrom, ("scope", scope.Value), ("from", from));

    /// <summary>Whether at least so many were submitted: looks at no more rows than that.</summary>
    public bool HasAtLeast(long count, DateTimeOffset from) =>
        count <= 0 || sql.Any(NewestSubmission[scope.Kind], ("scope", scope.Value), ("from", from), ("place", count - 1));

    public DateTimeOffset? OldestFrom(DateTimeOffset from, long place) =>
        sql.First(OldestSubmission[scope.Kind], row => row.TimeOrNull("submitted_at"), ("scope", scope.Value), ("from", from), ("place", place));

    /// <summary>The reservation with whose leaving the sum has fallen by so much.</summary>
    public DateTimeOffset ReservationThatFrees(long microUsd, DateTimeOffset from)
    {
        foreach (var (at, amount) in sql.All(Amounts[scope.Kind], row => (row.Time("reserved_at"), row.Number("amount")), ("scope", scope.Value), ("from", from)))
        {
            if ((microUsd -= amount) <= 0)
            {
                return at;
            }
        }

        return sql.Now;
    }

    private long Number(ScopeTexts texts, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        sql.First(texts[scope.Kind], row => row.Number("answer"), arguments);
}
