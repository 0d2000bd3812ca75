using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>What one scope counts, asked of the database. Windows begin at <c>from</c>, inclusive.</summary>
internal readonly struct LimitQueries(PostgreSqlScope sql, LimitScope scope)
{
    private const string Money = "coalesce(sum(reserved_usd + charged_usd), 0) AS answer";

    private static readonly ScopeTexts JobMoney = new($"SELECT {Money} FROM attempt_lines WHERE job_id = @job AND ", "");

    private static readonly ScopeTexts JobSubmissions = new(
        "SELECT count(*) AS answer FROM attempt_lines WHERE job_id = @job AND (submitted_at IS NOT NULL OR state = 'Reserved' AND started_at IS NULL) AND ", "");

    private static readonly ScopeTexts Reserved = new($"SELECT {Money} FROM attempt_lines WHERE ", " AND reserved_at >= @from AND reserved_at < @until");

    private static readonly ScopeTexts Amounts = new(
        "SELECT reserved_at, reserved_usd + charged_usd AS amount FROM attempt_lines WHERE ", " AND reserved_at >= @from ORDER BY reserved_at");

    // Found first and told apart then: they are few, and the lines of an account or tenant many.
    private static readonly ScopeTexts UnverifiedPlaces = new(
        "SELECT count(*) AS answer FROM (SELECT account_id, tenant, campaign FROM attempt_lines WHERE place_until > @now OFFSET 0) AS places WHERE ", "");

    private static readonly ScopeTexts Submitted = new(
        "SELECT count(*) AS answer FROM attempt_lines WHERE ", " AND submitted_at >= @from AND submitted_at < @until");

    private static readonly ScopeTexts NewestSubmission = new(
        "SELECT submitted_at FROM attempt_lines WHERE ", " AND submitted_at >= @from ORDER BY submitted_at DESC LIMIT 1 OFFSET @place");

    private static readonly ScopeTexts OldestSubmission = new(
        "SELECT submitted_at FROM attempt_lines WHERE ", " AND submitted_at >= @from ORDER BY submitted_at LIMIT 1 OFFSET @place");

    private readonly PostgreSqlScope sql = sql;
    private readonly LimitScope scope = scope;

    public Task<long> MoneyOfAsync(string jobId) => MoneyAsync(JobMoney, ("job", jobId), ("scope", scope.Value));

    public Task<long> CountOfAsync(string jobId) => NumberAsync(JobSubmissions, ("job", jobId), ("scope", scope.Value));

    public Task<long> MoneyBetweenAsync(DateTimeOffset from, DateTimeOffset until) => MoneyAsync(Reserved, ("scope", scope.Value), ("from", from), ("until", until));

    public Task<long> CountBetweenAsync(DateTimeOffset from, DateTimeOffset until) => NumberAsync(Submitted, ("scope", scope.Value), ("from", from), ("until", until));

    /// <summary>What each of these scopes has open; one without a row has nothing.</summary>
    public static List<(string Scope, OpenRow Open)> Open(PostgreSqlExchange exchange, string[] scopes) => exchange.Add(
        "SELECT scope, running, pending, usd FROM open_totals WHERE scope = ANY (@scopes)",
        row => (row.Text("scope"), new OpenRow(row.Number("running"), row.Number("pending"), row.MicroUsd("usd"))),
        ("scopes", scopes));

    /// <summary>The places that unverified attempts of the scope still take.</summary>
    public static List<long> PlacesOfUnverified(PostgreSqlExchange exchange, LimitScope scope, DateTimeOffset now) =>
        exchange.Add(UnverifiedPlaces[scope.Kind], row => row.Number("answer"), ("now", now), ("scope", scope.Value));

    /// <summary>Whether at least so many were submitted: looks at no more rows than that.</summary>
    public async Task<bool> HasAtLeastAsync(long count, DateTimeOffset from) =>
        count <= 0 || await sql.AnyAsync(NewestSubmission[scope.Kind], ("scope", scope.Value), ("from", from), ("place", count - 1)).ConfigureAwait(false);

    public Task<DateTimeOffset?> OldestFromAsync(DateTimeOffset from, long place) =>
        sql.FirstAsync(OldestSubmission[scope.Kind], row => row.TimeOrNull("submitted_at"), ("scope", scope.Value), ("from", from), ("place", place));

    /// <summary>The reservation with whose leaving the sum has fallen by so much.</summary>
    public async Task<DateTimeOffset> ReservationThatFreesAsync(long microUsd, DateTimeOffset from)
    {
        foreach (var (at, amount) in await sql.AllAsync(
            Amounts[scope.Kind], row => (row.Time("reserved_at"), row.MicroUsd("amount")), ("scope", scope.Value), ("from", from)).ConfigureAwait(false))
        {
            if ((microUsd -= amount) <= 0)
            {
                return at;
            }
        }

        return sql.Now;
    }

    private Task<long> NumberAsync(ScopeTexts texts, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        sql.FirstAsync(texts[scope.Kind], row => row.Number("answer"), arguments);

    private Task<long> MoneyAsync(ScopeTexts texts, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        sql.FirstAsync(texts[scope.Kind], row => row.MicroUsd("answer"), arguments);
}
