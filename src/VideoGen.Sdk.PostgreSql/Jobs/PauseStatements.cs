using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>queue_pauses</c>.</summary>
internal static class PauseStatements
{
    // An unconfirmed server shows as a pause of all, for that is what it is.
    private const string Pauses =
        "SELECT provider, since FROM queue_pauses UNION ALL " +
        "SELECT '', coalesce(changed_at, videogen_now()) FROM known_server WHERE identity <> videogen_server() AND NOT EXISTS (SELECT 1 FROM queue_pauses WHERE provider = '')";

    public static async Task<List<QueuePause>> AllAsync(PostgreSqlScope scope) => InOrder(await scope.AllAsync(Pauses, Read).ConfigureAwait(false));

    /// <summary>The same as a question, in no order.</summary>
    public static List<QueuePause> All(PostgreSqlExchange exchange) => exchange.Add(Pauses, Read);

    /// <summary>That of all first, then by provider.</summary>
    public static List<QueuePause> InOrder(IEnumerable<QueuePause> pauses) => [.. pauses.OrderBy(pause => pause.Provider, StringComparer.Ordinal)];

    private static QueuePause Read(PostgreSqlRow row) => new(row.Text("provider") is { Length: > 0 } provider ? provider : null, row.Time("since"));

    public static async Task<bool> AddAsync(PostgreSqlScope scope, string? provider) =>
        await scope.ExecuteAsync("INSERT INTO queue_pauses (provider, since) VALUES (@provider, @now) ON CONFLICT DO NOTHING", ("provider", provider ?? ""), ("now", scope.Now)).ConfigureAwait(false) == 1;

    public static async Task<bool> RemoveAsync(PostgreSqlScope scope, string? provider) =>
        await scope.ExecuteAsync("DELETE FROM queue_pauses WHERE provider = @provider", ("provider", provider ?? "")).ConfigureAwait(false) == 1;

    public static Task<bool> IsThereAsync(PostgreSqlScope scope, string? provider) =>
        scope.AnyAsync("SELECT 1 FROM queue_pauses WHERE provider = @provider", ("provider", provider ?? ""));
}
