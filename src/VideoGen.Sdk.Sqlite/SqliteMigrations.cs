using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>
/// Numbered steps, embedded as <c>migrations/NNNN_name.sql</c>: 0001 to 0099 jobs, from 0100 costs, from 0200 engagement. A step, once released, never changes. Each file keeps the set of its
/// steps in <c>schema_version</c>, so that each store may grow on its own.
/// </summary>
internal static class SqliteMigrations
{
    private const string Prefix = "migrations/";

    // Each turn takes the provider's command timeout of one second.
    private const int WriteAheadLogTurns = 30;

    private static readonly (int Number, string Name)[] Steps =
        [.. typeof(SqliteMigrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), name))
            .Order()];

    /// <summary>Brings the file up to date in one transaction; a second process waits for the lock and then finds nothing to do.</summary>
    public static void Apply(SqliteSession session, string path, Func<DateTimeOffset> clock)
    {
        RefuseNewer(AppliedIn(session, clock), path);
        SwitchToWriteAheadLog(session, path);
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            ApplyMissing(new SqliteScope(session, clock()), session, path);
            session.Execute("COMMIT");
        }
        catch
        {
            session.RunScript("ROLLBACK");
            throw;
        }
    }

    private static void ApplyMissing(SqliteScope scope, SqliteSession session, string path)
    {
        scope.Execute("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT");
        var applied = Numbers(scope);
        RefuseNewer(applied, path);
        foreach (var (number, name) in Steps.Where(step => !applied.Contains(step.Number)))
        {
            try
            {
                session.RunScript(Text(name));
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == 1)
            {
                throw SqliteErrors.Plain($"The database file '{path}' cannot take the step {name[Prefix.Length..]}; it seems to hold tables of another program, so use a file of its own. {exception.Message}", path, exception);
            }

            scope.Execute("INSERT INTO schema_version (number, name, applied_at) VALUES ($number, $name, $now)", ("number", number), ("name", name[Prefix.Length..]), ("now", scope.Now));
        }
    }

    private static void SwitchToWriteAheadLog(SqliteSession session, string path)
    {
        // Readers beside the writer need it; the mode stays in the file, so this changes it once in its life. SQLite calls no busy handler here.
        var mode = default(object);
        for (var turn = 0; mode is null; turn++)
        {
            try
            {
                mode = session.Prepare("PRAGMA journal_mode=WAL", []).ExecuteScalar();
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == 5 && turn < WriteAheadLogTurns)
            {
                // Busy: another process is switching the same file this moment, so ask again.
            }
        }

        if (mode is not "wal")
        {
            throw SqliteErrors.Plain($"The disk under the database file '{path}' cannot hold a shared write-ahead log; move the file to a local disk.", path);
        }
    }

    private static HashSet<int> AppliedIn(SqliteSession session, Func<DateTimeOffset> clock)
    {
        var scope = new SqliteScope(session, clock());
        return scope.Any("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'") ? Numbers(scope) : [];
    }

    private static HashSet<int> Numbers(SqliteScope scope) => [.. scope.All("SELECT number FROM schema_version", row => (int)row.Number("number"))];

    private static void RefuseNewer(HashSet<int> applied, string path)
    {
        var unknown = applied.Except(Steps.Select(step => step.Number)).DefaultIfEmpty().Max();
        if (unknown != 0)
        {
            throw SqliteErrors.Plain($"The database file '{path}' was written by a newer release (schema step {unknown}); update the VideoGen.Sdk.Sqlite package, or use another file.", path);
        }
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(SqliteMigrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
