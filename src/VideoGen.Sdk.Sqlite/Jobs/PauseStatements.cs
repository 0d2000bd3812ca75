using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements on <c>queue_pauses</c>.</summary>
internal static class PauseStatements
{
    public static List<QueuePause> All(SqliteScope scope) => scope.All(
        "SELECT provider, since FROM queue_pauses ORDER BY provider", row => new QueuePause(row.Text("provider") is { Length: > 0 } provider ? provider : null, row.Time("since")));

    public static bool Add(SqliteScope scope, string? provider) =>
        scope.Execute("INSERT INTO queue_pauses (provider, since) VALUES ($provider, $now) ON CONFLICT DO NOTHING", ("provider", provider ?? ""), ("now", scope.Now)) == 1;

    public static bool Remove(SqliteScope scope, string? provider) => scope.Execute("DELETE FROM queue_pauses WHERE provider = $provider", ("provider", provider ?? "")) == 1;
}
