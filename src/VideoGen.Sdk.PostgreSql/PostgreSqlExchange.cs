using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>Statements that go to the server together: it runs one after the other, and all of them wait once for the line.</summary>
internal sealed class PostgreSqlExchange(NpgsqlConnection connection)
{
    private readonly List<NpgsqlBatchCommand> commands = [];
    private readonly List<Func<NpgsqlDataReader, Task>> answers = [];

    /// <summary>Adds a statement that answers with rows. They are in the list once the exchange has run.</summary>
    public List<T> Add<T>(string sql, Func<PostgreSqlRow, T> read, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        Write(sql, arguments);
        var rows = new List<T>();
        answers.Add(reader => PostgreSqlScope.ReadAllAsync(reader, read, rows));
        return rows;
    }

    /// <summary>Adds a statement that answers with no rows, not even with none: an INSERT, UPDATE or DELETE that returns nothing.</summary>
    public void Write(string sql, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var text = PostgreSqlText.Of(sql);
        var command = new NpgsqlBatchCommand(text.Sql);
        text.Bind(command.Parameters, arguments);
        commands.Add(command);
    }

    public async Task RunAsync()
    {
        if (commands.Count == 0)
        {
            return;
        }

        var batch = new NpgsqlBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            commands.ForEach(batch.BatchCommands.Add);
            var reader = await batch.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                foreach (var answer in answers)
                {
                    await answer(reader).ConfigureAwait(false);
                    await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
    }
}
