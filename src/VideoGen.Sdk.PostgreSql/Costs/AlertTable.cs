using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Alerts as rows of <c>spending_alerts</c>. Those of a period are written by the totals themselves, in the migration's trigger.</summary>
internal static class AlertTable
{
    private const string Columns =
        "number, id, key, kind, scope, limit_name, percent, limit_usd, used_usd, starts_at, ends_at, job_id, attempt, text, at, tries, delivered_at";

    private const string Insert =
        "INSERT INTO spending_alerts (key, kind, scope, limit_name, percent, limit_usd, used_usd, starts_at, ends_at, job_id, attempt, text, at, due_at) "
        + "VALUES (@key, @kind, @scope, @name, @percent, @limit, @used, @starts, @ends, @job, @attempt, @text, @now, @now) ON CONFLICT (key) DO NOTHING";

    /// <summary>Begins every reading of alerts.</summary>
    public const string Select = "SELECT " + Columns + " FROM spending_alerts ";

    public static async Task<bool> RecordAsync(PostgreSqlScope sql, BudgetAlert alert) => await sql.ExecuteAsync(Insert, Arguments(alert, sql.Now)).ConfigureAwait(false) == 1;

    public static void Record(PostgreSqlExchange exchange, BudgetAlert alert, DateTimeOffset now) => exchange.Write(Insert, Arguments(alert, now));

    public static Task<bool> IsThereAsync(PostgreSqlScope sql, string key) => sql.AnyAsync("SELECT 1 FROM spending_alerts WHERE key = @key", ("key", key));

    // Rows that another process is leasing this moment are passed over, not waited for.
    public static async Task<List<BudgetAlert>> LeaseAsync(PostgreSqlScope sql, int most, TimeSpan lease)
    {
        var due = await sql.AllAsync(
            Select + "WHERE delivered_at IS NULL AND due_at <= @now ORDER BY due_at, number LIMIT @most FOR UPDATE SKIP LOCKED", row => Read(row).Alert, ("now", sql.Now), ("most", most)).ConfigureAwait(false);
        await sql.ExecuteAsync(
            "UPDATE spending_alerts SET due_at = @until, tries = tries + 1 WHERE id = ANY (@ids)", ("until", sql.Now + lease), ("ids", due.Select(alert => alert.Id).ToArray())).ConfigureAwait(false);
        return due;
    }

    public static Task<int> DeliverAsync(PostgreSqlScope sql, string id) =>
        sql.ExecuteAsync("UPDATE spending_alerts SET delivered_at = @now WHERE id = @id AND delivered_at IS NULL", ("now", sql.Now), ("id", id));

    public static Task<bool> IsDeliveredAsync(PostgreSqlScope sql, string id) => sql.AnyAsync("SELECT 1 FROM spending_alerts WHERE id = @id AND delivered_at IS NOT NULL", ("id", id));

    public static Task<int> RetryAsync(PostgreSqlScope sql, string id, TimeSpan delay) =>
        sql.ExecuteAsync("UPDATE spending_alerts SET due_at = @due WHERE id = @id AND delivered_at IS NULL", ("due", sql.Now + delay), ("id", id));

    private static (string Name, object? Value)[] Arguments(BudgetAlert alert, DateTimeOffset now) =>
    [
        ("key", alert.Key),
        ("kind", alert.Kind),
        ("scope", alert.Scope.RowName()),
        ("name", PostgreSqlValue.Shown(alert.LimitName)),
        ("percent", alert.Percent),
        ("limit", alert.LimitUsd),
        ("used", alert.UsedUsd),
        ("starts", alert.PeriodStartsAt),
        ("ends", alert.PeriodEndsAt),
        ("job", alert.Attempt?.JobId),
        ("attempt", alert.Attempt?.Number),
        ("text", PostgreSqlValue.Shown(alert.Text)),
        ("now", now),
    ];

    public static (long Number, BudgetAlert Alert) Read(PostgreSqlRow row) => (row.Number("number"), new BudgetAlert
    {
        Id = row.Text("id"),
        Key = row.Text("key"),
        Kind = row.Word<BudgetAlertKind>("kind"),
        Scope = ScopeNames.Scope(row.Text("scope")),
        LimitName = row.TextOrNull("limit_name"),
        Percent = row.CountOrNull("percent"),
        LimitUsd = row.UsdOrNull("limit_usd"),
        UsedUsd = row.Usd("used_usd"),
        PeriodStartsAt = row.TimeOrNull("starts_at"),
        PeriodEndsAt = row.TimeOrNull("ends_at"),
        Attempt = row.TextOrNull("job_id") is { } job ? new AttemptKey(job, row.Count("attempt")) : null,
        Text = row.TextOrNull("text"),
        At = row.Time("at"),
        Tries = row.Count("tries"),
        DeliveredAt = row.TimeOrNull("delivered_at"),
    });
}
