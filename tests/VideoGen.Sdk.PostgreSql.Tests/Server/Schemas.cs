using System.Collections.Concurrent;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql.Tests.Server;

/// <summary>Fresh schemas for one test, the databases on them, and the end of both.</summary>
internal sealed class Schemas(ServerProcess server) : IAsyncDisposable
{
    private readonly ConcurrentBag<PostgreSqlDatabase> databases = [];

    public static string NewName() => $"t{Guid.NewGuid():N}";

    /// <summary>The schema of a test that needs only one.</summary>
    public string Schema { get; } = NewName();

    public PostgreSqlOptions Options(string? schema = null) =>
        new() { ConnectionString = server.ConnectionString, Schema = schema ?? Schema, ReconnectTimeout = TimeSpan.FromSeconds(20) };

    public PostgreSqlDatabase Open(TimeProvider? clock = null, string? schema = null)
    {
        var database = new PostgreSqlDatabase(Options(schema), clock);
        databases.Add(database);
        return database;
    }

    /// <summary>Runs a statement past the stores, as another program does.</summary>
    public async Task<long> RunAsync(string sql, params (string Name, object Value)[] arguments)
    {
        await using var connection = new NpgsqlConnection($"{server.ConnectionString};Search Path={Schema};Pooling=false;Command Timeout=300");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in arguments)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }
}
