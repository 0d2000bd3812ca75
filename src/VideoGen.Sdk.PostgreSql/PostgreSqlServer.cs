using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>The pool of connections to one schema of one server.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable, IDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly string alone;

    /// <exception cref="ArgumentException">The options have faults; all of them are named.</exception>
    public PostgreSqlServer(PostgreSqlOptions options)
    {
        if (string.Join(' ', PostgreSqlOptionsValidator.Faults(options)) is { Length: > 0 } faults)
        {
            throw new ArgumentException(faults, nameof(options));
        }

        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            SearchPath = options.Schema,
            // Nothing of ours outlives a transaction, and what the initialiser below sets must stay.
            NoResetOnClose = true,
        };
        settings.ApplicationName ??= "VideoGen.Sdk";
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 100;
            settings.AutoPrepareMinUsages = 3;
        }

        Schema = options.Schema;
        Place = $"'{settings.Database ?? settings.Username}' at {settings.Host}:{settings.Port} (schema {Schema})";
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableTransportSecurity();
        builder.EnableArrays();
        builder.UsePhysicalConnectionInitializer(Prepare, PrepareAsync);
        source = builder.Build();
        // A line that went dead without a word is found out by the keep-alive; nothing else is ever said on it.
        alone = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = 10 }.ConnectionString;
    }

    public string Schema { get; }

    /// <summary>Database, server and schema, for messages; never user or password.</summary>
    public string Place { get; }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    /// <summary>A connection outside the pool, for as long as the caller keeps it.</summary>
    public async Task<NpgsqlConnection> OpenAloneAsync(CancellationToken cancellationToken)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(alone);
        builder.EnableTransportSecurity();
        var own = builder.Build();
        await using (own.ConfigureAwait(false))
        {
            return await own.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A restarted server has cut all idle connections; drops them together rather than one by one.</summary>
    public void Forget() => source.Clear();

    public void Dispose() => source.Dispose();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    // A server may be set to acknowledge before the disk has it; jobs and money may not. And a process that is frozen in the middle of a transaction
    // must not hold its locks, and with them everybody else, for as long as it sleeps: the server ends it, and once awake the process runs it again.
    // And no statement of ours runs for as long as the server would take to compile it: seen with the summaries of a year, a second of three.
    private const string Settings = """
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
        SELECT set_config('jit', 'off', false);
        SELECT set_config(name, '10s', false) FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout' AND setting::int NOT BETWEEN 1 AND 10000
        """;

    private static void Prepare(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Settings, connection);
        command.ExecuteNonQuery();
    }

    private static async Task PrepareAsync(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Settings, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }
}
