using System.Globalization;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>
/// Numbered steps, embedded as <c>migrations/NNNN_name.sql</c>: 0001 to 0099 jobs, from 0100 costs, from 0200 engagement. A step, once released, never changes. Each schema keeps the set of its
/// steps in <c>schema_version</c>, so that each store may grow on its own.
/// </summary>
internal static class PostgreSqlMigrations
{
    private const string Prefix = "migrations/";

    private static readonly (int Number, string Name)[] Steps =
        [.. typeof(PostgreSqlMigrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), name))
            .Order()];

    /// <summary>Brings the schema up to date in one transaction. An up-to-date one is only read, so that its user needs no right to make tables.</summary>
    public static async Task<int> ApplyAsync(PostgreSqlServer server, CancellationToken cancellationToken)
    {
        var connection = await server.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var sql = new PostgreSqlScope(connection, null);
            if ((await MissingAsync(sql, server).ConfigureAwait(false)).Length == 0)
            {
                return 0;
            }

            var transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                // Held to the end of the transaction: a second process waits here and then finds nothing to do.
                await sql.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended('videogen/' || @schema, 0))", ("schema", server.Schema)).ConfigureAwait(false);
                var missing = await MissingAsync(sql, server).ConfigureAwait(false);
                await MakeSchemaAsync(sql, server.Schema).ConfigureAwait(false);
                foreach (var (number, name) in missing)
                {
                    await ApplyAsync(connection, name, server.Place).ConfigureAwait(false);
                    await sql.ExecuteAsync("INSERT INTO schema_version (number, name) VALUES (@number, @name)", ("number", number), ("name", name[Prefix.Length..])).ConfigureAwait(false);
                }

                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return missing.Length;
            }
        }
    }

    private static async Task MakeSchemaAsync(PostgreSqlScope sql, string schema)
    {
        // Asked first: CREATE … IF NOT EXISTS wants the right to make one even when it is there.
        if (!await sql.AnyAsync("SELECT 1 FROM pg_namespace WHERE nspname = @schema", ("schema", schema)).ConfigureAwait(false))
        {
            await sql.ExecuteAsync($"CREATE SCHEMA \"{schema}\"").ConfigureAwait(false);
        }

        await sql.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS schema_version (number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())").ConfigureAwait(false);
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string name, string place)
    {
        var command = new NpgsqlCommand(Text(name), connection);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateFunction)
            {
                throw PostgreSqlErrors.Plain($"{place} cannot take the step {name[Prefix.Length..]}; it seems to hold tables of another program, so give PostgreSqlOptions.Schema a name of its own. {exception.Message}", place, exception);
            }
        }
    }

    private static async Task<(int Number, string Name)[]> MissingAsync(PostgreSqlScope sql, PostgreSqlServer server)
    {
        // Asked of the catalogue by name: a connection that once looked before the schema was made goes on not finding it.
        var applied = await sql.AnyAsync("SELECT 1 FROM pg_tables WHERE schemaname = @schema AND tablename = 'schema_version'", ("schema", server.Schema)).ConfigureAwait(false)
            ? (await sql.AllAsync($"SELECT number FROM \"{server.Schema}\".schema_version", row => row.Count("number")).ConfigureAwait(false)).ToHashSet()
            : [];
        var unknown = applied.Except(Steps.Select(step => step.Number)).DefaultIfEmpty().Max();
        return unknown == 0
            ? [.. Steps.Where(step => !applied.Contains(step.Number))]
            : throw PostgreSqlErrors.Plain($"{server.Place} was written by a newer release (schema step {unknown}); update the VideoGen.Sdk.PostgreSql package, or use another schema.", server.Place);
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(PostgreSqlMigrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
