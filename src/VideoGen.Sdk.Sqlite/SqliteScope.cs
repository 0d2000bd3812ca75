using SQLitePCL;

namespace VideoGen.Sdk.Sqlite;

/// <summary>One transaction: statements and the one time that all of them see. Not to be kept after the callback has returned.</summary>
internal sealed class SqliteScope(SqliteSession session, DateTimeOffset now)
{
    /// <summary>The store's clock, read once, after the write lock was won. Every statement takes its time from here.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Runs a statement and returns how many rows it changed. Arguments are named without <c>$</c>, in the same order for the same text.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> arguments) => session.Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>The first row, or the type's default when there is none.</summary>
    public T? First<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        using var reader = session.Prepare(sql, arguments).ExecuteReader();
        return reader.Read() ? read(new SqliteRow(reader)) : default;
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        using var reader = session.Prepare(sql, arguments).ExecuteReader();
        var row = new SqliteRow(reader);
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    /// <summary>Hands over every row of an answer that is too long to be kept, by position and without a copy.</summary>
    public void Scan(string sql, Action<sqlite3_stmt> use, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        using var reader = session.Prepare(sql, arguments).ExecuteReader();
        var row = reader.Handle!;
        while (reader.Read())
        {
            use(row);
        }
    }

    /// <summary>Whether there is a row.</summary>
    public bool Any(string sql, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        using var reader = session.Prepare(sql, arguments).ExecuteReader();
        return reader.Read();
    }
}
