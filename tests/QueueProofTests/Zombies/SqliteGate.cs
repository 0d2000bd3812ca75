using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>Takes the file's write lock in the moment in which the intent is there and the start of its POST is not noted yet: the next thing that the process must write before it posts.</summary>
internal sealed class SqliteGate : IPostGate
{
    private readonly SqliteConnection connection;
    private SqliteTransaction? held;

    public SqliteGate(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
    }

    public async Task CatchAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        while (held is null)
        {
            patience.Token.ThrowIfCancellationRequested();
            var transaction = connection.BeginTransaction(deferred: false);
            if (IsBetween(transaction))
            {
                held = transaction;
                return;
            }

            await transaction.RollbackAsync(patience.Token);
            await transaction.DisposeAsync();
            await Task.Yield();
        }
    }

    public async Task OpenAsync()
    {
        await held!.RollbackAsync();
        await held.DisposeAsync();
        held = null;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private bool IsBetween(SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM submission_intents i JOIN attempt_lines l ON l.job_id = i.job_id AND l.attempt = i.attempt WHERE l.state = 'Reserved' AND l.started_at IS NULL";
        return (long)command.ExecuteScalar()! > 0;
    }
}
