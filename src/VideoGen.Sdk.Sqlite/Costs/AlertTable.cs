using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Sqlite.Costs;

/// <summary>Alerts as rows of <c>spending_alerts</c>.</summary>
internal static class AlertTable
{
    /// <summary>Begins every reading of alerts.</summary>
    public const string Select =
        "SELECT number, id, key, kind, scope, limit_name, percent, limit_micro_usd, used_micro_usd, starts_at, ends_at, job_id, attempt, text, at, tries, delivered_at FROM spending_alerts ";

    /// <summary>Records the levels that the periods of this line's reservation have reached.</summary>
    public static void RecordReached(SqliteScope sql, AttemptLine line) => sql.Execute(
        "INSERT INTO spending_alerts (key, kind, scope, limit_name, percent, limit_micro_usd, used_micro_usd, starts_at, ends_at, at, due_at) "
        + "SELECT scope || '/' || starts_at || '-' || ends_at || '/' || level.value, 'Threshold', scope, limit_name, level.value, bound_micro_usd, micro_usd, starts_at, ends_at, $now, $now "
        + "FROM limit_meters JOIN json_each('[75,90,100]') AS level "
        + "WHERE scope IN ('All', 'Account:' || $account, 'Tenant:' || $tenant, 'Campaign:' || $campaign) AND starts_at <= $at AND ends_at > $at "
        + "AND bound_micro_usd > 0 AND micro_usd * 100 >= bound_micro_usd * level.value ON CONFLICT (key) DO NOTHING",
        ("now", sql.Now),
        ("account", $"{line.Provider}/{line.Account}"),
        ("tenant", line.Tenant),
        ("campaign", line.Campaign),
        ("at", line.ReservedAt));

    public static bool Record(SqliteScope sql, BudgetAlert alert) => sql.Execute(
        "INSERT INTO spending_alerts (key, kind, scope, limit_name, percent, limit_micro_usd, used_micro_usd, starts_at, ends_at, job_id, attempt, text, at, due_at) "
        + "VALUES ($key, $kind, $scope, $name, $percent, $limit, $used, $starts, $ends, $job, $attempt, $text, $now, $now) ON CONFLICT (key) DO NOTHING",
        ("key", alert.Key),
        ("kind", alert.Kind),
        ("scope", alert.Scope.RowName()),
        ("name", alert.LimitName),
        ("percent", (long?)alert.Percent),
        ("limit", alert.LimitUsd is { } limit ? UsdColumn.From(limit) : null),
        ("used", UsdColumn.From(alert.UsedUsd)),
        ("starts", alert.PeriodStartsAt),
        ("ends", alert.PeriodEndsAt),
        ("job", alert.Attempt?.JobId),
        ("attempt", (long?)alert.Attempt?.Number),
        ("text", alert.Text),
        ("now", sql.Now)) == 1;

    public static bool IsThere(SqliteScope sql, string key) => sql.Any("SELECT 1 FROM spending_alerts WHERE key = $key", ("key", key));

    public static List<BudgetAlert> Lease(SqliteScope sql, int most, TimeSpan lease)
    {
        var due = sql.All(Select + "WHERE delivered_at IS NULL AND due_at <= $now ORDER BY due_at, number LIMIT $most", row => Read(row).Alert, ("now", sql.Now), ("most", (long)most));
        foreach (var alert in due)
        {
            sql.Execute("UPDATE spending_alerts SET due_at = $until, tries = tries + 1 WHERE id = $id", ("until", sql.Now + lease), ("id", alert.Id));
        }

        return due;
    }

    public static int Deliver(SqliteScope sql, string id) =>
        sql.Execute("UPDATE spending_alerts SET delivered_at = $now WHERE id = $id AND delivered_at IS NULL", ("now", sql.Now), ("id", id));

    public static bool IsDelivered(SqliteScope sql, string id) => sql.Any("SELECT 1 FROM spending_alerts WHERE id = $id AND delivered_at IS NOT NULL", ("id", id));

    public static int Retry(SqliteScope sql, string id, TimeSpan delay) =>
        sql.Execute("UPDATE spending_alerts SET due_at = $due WHERE id = $id AND delivered_at IS NULL", ("due", sql.Now + delay), ("id", id));

    public static (long Number, BudgetAlert Alert) Read(SqliteRow row) => (row.Number("number"), new BudgetAlert
    {
        Id = row.Text("id"),
        Key = row.Text("key"),
        Kind = row.Word<BudgetAlertKind>("kind"),
        Scope = ScopeNames.Scope(row.Text("scope")),
        LimitName = row.TextOrNull("limit_name"),
        Percent = (int?)row.NumberOrNull("percent"),
        LimitUsd = row.UsdOrNull("limit_micro_usd"),
        UsedUsd = row.Usd("used_micro_usd"),
        PeriodStartsAt = row.TimeOrNull("starts_at"),
        PeriodEndsAt = row.TimeOrNull("ends_at"),
        Attempt = row.TextOrNull("job_id") is { } job ? new AttemptKey(job, (int)row.Number("attempt")) : null,
        Text = row.TextOrNull("text"),
        At = row.Time("at"),
        Tries = (int)row.Number("tries"),
        DeliveredAt = row.TimeOrNull("delivered_at"),
    });
}
