using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Many saves in one statement, each under the whole fence of a single one.</summary>
internal static class JointSaveStatement
{
    private static readonly (string Name, string Type)[] Fence = [("keeps", "boolean"), ("id", "text"), ("owner", "text"), ("epoch", "bigint"), ("version", "bigint")];

    private static readonly (string Name, string Type)[] Columns = [.. JobColumns.Names.Select(name => (name, JobColumns.TypeOf(name))), .. Fence];

    // Owned jobs are open ones, but for a failed one that was just reopened, which is left to a save of its own. The saves come in the order of their ids, and a nested loop locks in it.
    private static readonly string Save =
        $"UPDATE jobs SET {string.Join(", ", JobColumns.Names.Select(name => $"{name} = g.{name}"))}, version = jobs.version + 1, adoptions = 0, " +
        "owner_id = CASE WHEN g.keeps THEN jobs.owner_id END, is_free = NOT g.keeps " +
        $"FROM unnest({string.Join(", ", Columns.Select(column => $"@{column.Name}::{column.Type}[]"))}) AS g ({string.Join(", ", Columns.Select(column => column.Name))}) " +
        "WHERE NOT jobs.is_ended AND jobs.id = g.id AND jobs.owner_id IS NOT DISTINCT FROM g.owner AND NOT jobs.is_free AND jobs.epoch = g.epoch AND jobs.version = g.version " +
        "AND EXISTS (SELECT 1 FROM owners WHERE owners.id = g.owner AND owners.state = 'Alive') RETURNING jobs.write_id";

    /// <summary>What those were told that were written, by write id; the others found the fence shut. Null when something is in the way that each is to be told by itself, and the transaction is to be rolled back:
    /// an intent that is there already, or a server that no person knows.</summary>
    public static async Task<Dictionary<string, JobSaved>?> RunAsync(PostgreSqlScope scope, ProtectedBytes bytes, IReadOnlyList<JobSave> saves)
    {
        var exchange = scope.Begin();
        PlanByIndex.Add(exchange);
        var changes = saves.Any(save => save.Intent is not null) ? ServerStatements.FindChange(exchange) : [];
        var written = exchange.Add(
            Save, row => row.Text("write_id"), [.. Columns.Select((column, i) => (column.Name, (object?)ArrayOf(column.Type, saves.Select(save => save.Arguments[i].Value))))]);
        var intents = saves.Where(save => save.Intent is not null).ToDictionary(save => save.WriteId, save => IntentStatements.InsertIfWritten(exchange, bytes, save.Intent!, save.WriteId));
        var signals = SignalStatements.Of(exchange, saves.Select(save => save.JobId));
        await exchange.RunAsync().ConfigureAwait(false);
        return changes.Count > 0 || written.Exists(id => intents.TryGetValue(id, out var at) && at.Count == 0) ? null : saves.Where(save => written.Contains(save.WriteId)).ToDictionary(
            save => save.WriteId,
            save => new JobSaved(signals.Find(left => left.JobId == save.JobId).Signals ?? new JobSignals())
            {
                Intent = save.Intent is { } intent ? IntentStatements.SavedAt(intent, intents[save.WriteId][0]) : null,
            });
    }

    /// <summary>Whether one of saves that were committed together is there; then all are.</summary>
    public static Task<bool> IsAnyThereAsync(PostgreSqlScope scope, IReadOnlyCollection<JobSave> saves) => scope.AnyAsync(
        "SELECT 1 FROM jobs WHERE id = ANY (@ids) AND write_id = ANY (@writes)", ("ids", saves.Select(save => save.JobId).ToArray()), ("writes", saves.Select(save => save.WriteId).ToArray()));

    private static Array ArrayOf(string type, IEnumerable<object?> values) => type switch
    {
        "text" => values.Select(value => value is Enum word ? word.ToString() : (string?)value).ToArray(),
        "boolean" => values.Select(value => (bool)value!).ToArray(),
        "timestamptz" => values.Select(value => ((DateTimeOffset?)value)?.ToUniversalTime()).ToArray(),
        "double precision" => values.Select(value => (double?)value).ToArray(),
        "numeric" => values.Select(value => (decimal)value!).ToArray(),
        "integer" => values.Select(value => (int)value!).ToArray(),
        "bigint" => values.Select(value => (long)value!).ToArray(),
        "bytea" => values.Select(value => (byte[])value!).ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No column has this type."),
    };
}
