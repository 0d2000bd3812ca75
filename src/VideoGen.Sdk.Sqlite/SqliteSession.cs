using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>An open connection with its compiled statements, each kept under its text. Used by one caller at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);

    /// <summary>The command of this text with its arguments bound; arguments of one text always come in the same order.</summary>
    public SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        if (!statements.TryGetValue(sql, out var command))
        {
            statements[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in arguments)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + name });
            }
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].Value = SqliteValue.Of(arguments[i].Value);
        }

        return command;
    }

    public int Execute(string sql) => Prepare(sql, []).ExecuteNonQuery();

    /// <summary>Runs text of many statements once, without keeping it.</summary>
    public void RunScript(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in statements.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }
}
