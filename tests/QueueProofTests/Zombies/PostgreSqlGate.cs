using Npgsql;

namespace VideoGen.Sdk.QueueProofTests.Zombies;

/// <summary>Lets the statement that notes the start of a POST wait for a lock that only this test holds.</summary>
internal sealed class PostgreSqlGate : IPostGate
{
    private const string Install = """
        CREATE FUNCTION videogen.wait_at_the_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN NEW; END $$;
        CREATE TRIGGER gate BEFORE UPDATE ON videogen.attempt_lines FOR EACH ROW WHEN (OLD.started_at IS NULL AND NEW.started_at IS NOT NULL) EXECUTE FUNCTION videogen.wait_at_the_gate();
        SELECT 1 FROM pg_advisory_lock(4711);
        """;

    private readonly NpgsqlConnection connection;

    private PostgreSqlGate(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<PostgreSqlGate> CloseAsync(string connectionString)
    {
        var gate = new PostgreSqlGate(new NpgsqlConnection($"{connectionString};Pooling=false"));
        await gate.connection.OpenAsync();
        await gate.RunAsync(Install);
        return gate;
    }

    public async Task<string> CatchAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (await RunAsync("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted") == 0)
        {
            await look.WaitForNextTickAsync(patience.Token);
        }

        await using var command = new NpgsqlCommand("SELECT job_id FROM videogen.submission_intents", connection);
        return (string)(await command.ExecuteScalarAsync(patience.Token))!;
    }

    public Task OpenAsync() => RunAsync("SELECT pg_advisory_unlock(4711)::int");

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<long> RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is IConvertible number ? Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }
}
