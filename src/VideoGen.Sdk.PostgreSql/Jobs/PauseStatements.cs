using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>queue_pauses</c>.</summary>
internal static class PauseStatements
{
    // An unconfirmed server shows as a pause of all, for that is what it is.
    private const string Pauses =
        "SELECT provider, since FROM queue_pauses UNION ALL " +
        "SELECT '', coalesce(changed_at, videogen_now()) FROM known_server WHERE identity <> videogen_server() AND NOT EXISTS (SELECT 1 FROM queue_pauses WHERE provider = '')";

    public static async Task<List<QueuePause>> AllAsync(PostgreSqlScope scope)
    {
        var pauses = await scope.AllAsync(Pauses, row => new QueuePause(row.Text("provider") is { Length: > 0 } provider ? provider : null, row.Time("since"))).ConfigureAwait(false);
        return [.. pauses.OrderBy(pause => pause.Provider, StringComparer.Ordinal)];
    }

    public static async Task<bool> AddAsync(PostgreSqlScope scope, string? provider) =>
        await scope.ExecuteAsync("INSERT INTO queue_pauses (provider, since) VALUES (@provider, @now) ON CONFLICT DO NOTHING", ("provider", provider ?? ""), ("now", scope.Now)).ConfigureAwait(false) == 1;

    public static async Task<bool> RemoveAsync(PostgreSqlScope scope, string? provider) =>
        await scope.ExecuteAsync("DELETE FROM queue_pauses WHERE provider = @provider", ("provider", provider ?? "")).ConfigureAwait(false) == 1;

    public static Task<bool> IsThereAsync(PostgreSqlScope scope, string? provider) =>
        scope.AnyAsync("SELECT 1 FROM queue_pauses WHERE provider = @provider", ("provider", provider ?? ""));
}
