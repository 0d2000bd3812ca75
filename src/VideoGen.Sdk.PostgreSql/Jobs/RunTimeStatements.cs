using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>run_times</c>.</summary>
internal static class RunTimeStatements
{
    private const string OfKind = "provider = @provider AND model = @model AND operation = @operation AND seconds = @seconds";

    private const string Select = $"SELECT took FROM run_times WHERE {OfKind} ORDER BY number";

    public static async Task<bool> AddAsync(PostgreSqlScope scope, RunKind kind, TimeSpan took)
    {
        // Two at once would both take the place after the last.
        await scope.LockAsync($"runs/{kind}").ConfigureAwait(false);
        return await scope.ExecuteAsync(
            $"""
            INSERT INTO run_times (provider, model, operation, seconds, slot, number, took)
            SELECT @provider, @model, @operation, @seconds, (last + 1) % @kept, last + 1, @took FROM (SELECT coalesce(max(number), 0) AS last FROM run_times WHERE {OfKind}) AS known
            ON CONFLICT (provider, model, operation, seconds, slot) DO UPDATE SET number = excluded.number, took = excluded.took
            """,
            [.. Of(kind), ("kept", RunKind.Kept), ("took", took)]).ConfigureAwait(false) == 1;
    }

    public static Task<List<TimeSpan>> AllAsync(PostgreSqlScope scope, RunKind kind) => scope.AllAsync(Select, Took, Of(kind));

    public static List<TimeSpan> All(PostgreSqlExchange exchange, RunKind kind) => exchange.Add(Select, Took, Of(kind));

    private static TimeSpan Took(PostgreSqlRow row) => row.Length("took");

    private static (string, object?)[] Of(RunKind kind) => [("provider", kind.Provider), ("model", kind.Model), ("operation", kind.Operation.ToString()), ("seconds", kind.Seconds)];
}
