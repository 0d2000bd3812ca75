using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>
/// Takes the file's write lock in the moment in which money is held and the intent is not saved yet: that intent is the next thing that the process must write before it posts.
/// After each of the process's commits it is a race for the lock, so there must be several jobs: one of them is caught.
/// </summary>
internal sealed class SqliteGate : IPostGate
{
    private const string Caught = """
        SELECT j.id FROM jobs j JOIN attempt_lines l ON l.job_id = j.id
        WHERE j.state = 'Running' AND j.stage = 'Submit' AND l.state = 'Reserved' AND NOT EXISTS (SELECT 1 FROM submission_intents i WHERE i.job_id = j.id)
        """;

    private readonly SqliteConnection connection;
    private SqliteTransaction? held;

    public SqliteGate(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Ask("PRAGMA busy_timeout = 500");
    }

    public async Task<string> CatchAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90), TimeProvider.System);
        for (var seen = Ask("PRAGMA data_version"); ; await Task.Yield())
        {
            patience.Token.ThrowIfCancellationRequested();
            if (Ask("PRAGMA data_version") is var now && Equals(now, seen))
            {
                continue;
            }

            seen = now;
            held = connection.BeginTransaction(deferred: false);
            if (Ask(Caught) is string job)
            {
                return job;
            }

            await OpenAsync();
        }
    }

    public async Task OpenAsync()
    {
        await held!.RollbackAsync();
        await held.DisposeAsync();
        held = null;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private object? Ask(string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = held;
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
