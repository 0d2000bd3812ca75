namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>known_server</c>: whether this is still the server, and the history of it, that a person knows.</summary>
internal static class ServerStatements
{
    private const string Change = "SELECT identity, videogen_server() AS now FROM known_server WHERE identity <> videogen_server()";

    /// <summary>What changed, in words; null while nothing did.</summary>
    public static Task<string?> FindChangeAsync(PostgreSqlScope scope) => scope.FirstAsync(Change, Describe);

    /// <summary>The same as a question; without an answer while nothing did.</summary>
    public static List<string> FindChange(PostgreSqlExchange exchange) => exchange.Add(Change, Describe);

    /// <exception cref="StoreException">It is another one, and nobody has confirmed it.</exception>
    public static async Task MustBeKnownAsync(PostgreSqlScope scope, string place)
    {
        if (await FindChangeAsync(scope).ConfigureAwait(false) is { } change)
        {
            throw PostgreSqlErrors.Plain(
                $"{place} {change}, after a failover or a restored backup perhaps, so that notes of the last paid requests may be missing. Nothing is submitted before a person has compared "
                + "the ledger with what the vendors list and called IJobStore.ConfirmServerAsync().",
                place);
        }
    }

    /// <summary>Notes when the change was first seen.</summary>
    public static Task NoteAsync(PostgreSqlScope scope) => scope.ExecuteAsync("UPDATE known_server SET changed_at = @now WHERE changed_at IS NULL", ("now", scope.Now));

    public static async Task<bool> ConfirmAsync(PostgreSqlScope scope) => await scope.ExecuteAsync(
        "UPDATE known_server SET identity = videogen_server(), since = @now, changed_at = NULL WHERE identity <> videogen_server()", ("now", scope.Now)).ConfigureAwait(false) == 1;

    private static string Describe(PostgreSqlRow row) => Describe(row.Text("identity").Split('/'), row.Text("now").Split('/'));

    private static string Describe(string[] known, string[] now) => known[0] == now[0] && known.Length == 2 && now.Length == 2
        ? $"is on another timeline ({now[1]}, known is {known[1]})"
        : $"is another server (system identifier {now[0]}, known is {known[0]})";
}
