using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>One connection within one call: its statements, and the one time that all of them see. Not to be kept after the callback has returned.</summary>
internal sealed class PostgreSqlScope(NpgsqlConnection connection, DateTimeOffset? now)
{
    private List<(DateTimeOffset Now, string Number)>? begun;

    /// <summary>The store's clock, read once, after any lock that the call takes. Every statement takes its time from here.</summary>
    public DateTimeOffset Now => now ?? begun?[0].Now ?? throw new InvalidOperationException("A plain read has no time; read in a snapshot.");

    /// <summary>The number of the transaction that <see cref="Begin"/> began.</summary>
    public string Number => begun?[0].Number ?? throw new InvalidOperationException("The transaction did not begin with an exchange.");

    /// <summary>The first exchange of a transaction that has sent nothing yet: with its statements come the time and the transaction's number, which are known once it has run.</summary>
    /// <param name="lockName">What is locked before; null for nothing.</param>
    public PostgreSqlExchange Begin(string? lockName = null)
    {
        var exchange = Exchange();
        begun = PostgreSqlClock.Begin(exchange, lockName);
        return exchange;
    }

    /// <summary>Statements that go to the server together.</summary>
    public PostgreSqlExchange Exchange() => new(connection);

    /// <summary>Runs a statement and returns how many rows it changed. Arguments are named without <c>@</c>.</summary>
    public Task<int> ExecuteAsync(string sql, params ReadOnlySpan<(string Name, object? Value)> arguments) => ExecuteAsync(Command(sql, arguments));

    /// <summary>The first row, or the type's default when there is none.</summary>
    public Task<T?> FirstAsync<T>(string sql, Func<PostgreSqlRow, T> read, params ReadOnlySpan<(string Name, object? Value)> arguments) => FirstAsync(Command(sql, arguments), read);

    /// <summary>All rows.</summary>
    public Task<List<T>> AllAsync<T>(string sql, Func<PostgreSqlRow, T> read, params ReadOnlySpan<(string Name, object? Value)> arguments) => AllAsync(Command(sql, arguments), read);

    /// <summary>Whether there is a row.</summary>
    public Task<bool> AnyAsync(string sql, params ReadOnlySpan<(string Name, object? Value)> arguments) => FirstAsync(Command(sql, arguments), _ => true);

    /// <summary>Makes every other call that names the same thing wait until this transaction has ended.</summary>
    public Task LockAsync(string name) => ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || @name, 0))", ("name", name));

    private NpgsqlCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var text = PostgreSqlText.Of(sql);
        var command = new NpgsqlCommand(text.Sql, connection);
        text.Bind(command.Parameters, arguments);
        return command;
    }

    private static async Task<int> ExecuteAsync(NpgsqlCommand command)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<T?> FirstAsync<T>(NpgsqlCommand command, Func<PostgreSqlRow, T> read)
    {
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false) ? read(new PostgreSqlRow(reader)) : default;
            }
        }
    }

    private static async Task<List<T>> AllAsync<T>(NpgsqlCommand command, Func<PostgreSqlRow, T> read)
    {
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<T>();
                await ReadAllAsync(reader, read, rows).ConfigureAwait(false);
                return rows;
            }
        }
    }

    public static async Task ReadAllAsync<T>(NpgsqlDataReader reader, Func<PostgreSqlRow, T> read, List<T> rows)
    {
        var row = new PostgreSqlRow(reader);
        while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            rows.Add(read(row));
        }
    }
}
