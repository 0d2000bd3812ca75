using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VideoGen.Sdk.Peers;

namespace VideoGen.Sdk.Flight;

/// <summary>Where the jobs of one line are kept.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly LocalServer? server;

    // The server's own notes, such as the statistics that it gathers of the tables, are not ours.
    private const string Counts =
        "SELECT xact_commit, (SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint FROM pg_stat_user_tables) FROM pg_stat_database WHERE datname = 'postgres'";

    private readonly string? connection;

    private Store(string name, LocalServer? server, string? connection, string? folder)
    {
        (Name, this.server, this.connection) = (name, server, connection);
        Folder = folder ?? Directory.CreateTempSubdirectory("videogen-flight-").FullName;
    }

    public string Name { get; }

    public string Folder { get; }

    /// <summary>By which another process finds this store's server; null where there is none.</summary>
    public string? Connection => connection;

    public static async Task<Store> OpenAsync(string name)
    {
        var server = name == "PostgreSQL" ? await LocalServer.StartAsync() : null;
        return new(name, server, server?.ConnectionString, folder: null);
    }

    /// <summary>The store of another process, which began it and ends it.</summary>
    public static Store Of(string connection, string folder) => new("PostgreSQL", server: null, connection, folder);

    public void AddTo(IVideoGenerationBuilder videos)
    {
        if (connection is not null)
        {
            videos.UsePostgreSql(connection);
        }
        else if (Name == "SQLite")
        {
            videos.UseSqlite(Path.Combine(Folder, "flight.db"));
        }
    }

    /// <summary>Transactions, written rows of ours and processor time of the server so far; null where there is no server to ask.</summary>
    public async Task<(long Transactions, long Writes, TimeSpan Cpu)?> CountAsync()
    {
        if (server is null)
        {
            return null;
        }

        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Counts, connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1), server.ProcessorTime ?? TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
