using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>What one scope counts, asked of the file. Windows begin at <c>from</c>, inclusive.</summary>
internal readonly struct LimitQueries(SqliteScope sql, LimitScope scope)
{
    private const string Money = "coalesce(sum(reserved_micro_usd + charged_micro_usd), 0) AS answer";

    private static readonly ScopeTexts JobMoney = new($"SELECT {Money} FROM attempt_lines WHERE job_id = $job AND ", "");

    private static readonly ScopeTexts JobSubmissions = new(
        "SELECT count(*) AS answer FROM attempt_lines WHERE job_id = $job AND (submitted_at IS NOT NULL OR state = 'Reserved' AND started_at IS NULL) AND ", "");

    private static readonly ScopeTexts Reserved = new($"SELECT {Money} FROM attempt_lines WHERE ", " AND reserved_at >= $from AND reserved_at < $until");

    private static readonly ScopeTexts Amounts = new(
        "SELECT reserved_at, reserved_micro_usd + charged_micro_usd AS amount FROM attempt_lines WHERE ", " AND reserved_at >= $from ORDER BY reserved_at");

    // Not by the scope's own index: unverified attempts with a place are the fewest of all.
    private static readonly ScopeTexts UnverifiedPlaces = new(
        "SELECT count(*) AS answer FROM attempt_lines INDEXED BY places_of_unverified WHERE place_until > $now AND ", "");

    private static readonly ScopeTexts Submitted = new(
        "SELECT count(*) AS answer FROM attempt_lines WHERE ", " AND submitted_at >= $from AND submitted_at < $until");

    private static readonly ScopeTexts NewestSubmission = new(
        "SELECT submitted_at FROM attempt_lines WHERE ", " AND submitted_at >= $from ORDER BY submitted_at DESC LIMIT 1 OFFSET $place");

    private static readonly ScopeTexts OldestSubmission = new(
        "SELECT submitted_at FROM attempt_lines WHERE ", " AND submitted_at >= $from ORDER BY submitted_at LIMIT 1 OFFSET $place");

    private readonly SqliteScope sql = sql;
    private readonly LimitScope scope = scope;

    public long MoneyOf(string jobId) => Number(JobMoney, ("job", jobId), ("scope", scope.Value));

    public long CountOf(string jobId) => Number(JobSubmissions, ("job", jobId), ("scope", scope.Value));

    public long MoneyBetween(DateTimeOffset from, DateTimeOffset until) => Number(Reserved, ("scope", scope.Value), ("from", from), ("until", until));

    public long CountBetween(DateTimeOffset from, DateTimeOffset until) => Number(Submitted, ("scope", scope.Value), ("from", from), ("until", until));

    public OpenRow Open() => sql.First(
        "SELECT running, pending, micro_usd FROM open_totals WHERE scope = $scope",
        row => new OpenRow(row.Number("running"), row.Number("pending"), row.Number("micro_usd")),
        ("scope", scope.RowName())) ?? OpenRow.Nothing;

    public long PlacesOfUnverified() => Number(UnverifiedPlaces, ("now", sql.Now), ("scope", scope.Value));

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
