using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite.Tests;

/// <summary>A folder for one test, its databases, and the end of both.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly List<SqliteDatabase> databases = [];

    public string Root { get; } = Directory.CreateTempSubdirectory("videogen-").FullName;

    public string File(string name = "videogen.db") => Path.Combine(Root, name);

    public SqliteDatabase Open(TimeProvider? clock = null, string name = "videogen.db", TimeSpan? busyTimeout = null)
    {
        var database = new SqliteDatabase(new SqliteOptions { Path = File(name), BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(30) }, clock ?? TimeProvider.System);
        databases.Add(database);
        return database;
    }

    /// <summary>A connection past the stores, as another program has it.</summary>
    public SqliteConnection Raw(string name = "videogen.db")
    {
        var connection = new SqliteConnection($"Data Source={File(name)};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }

    public long Run(string sql, string name = "videogen.db")
    {
        using var connection = Raw(name);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        databases.ForEach(database => database.Dispose());
        Directory.Delete(Root, recursive: true);
    }
}
