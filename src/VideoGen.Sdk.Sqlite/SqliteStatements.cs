using System.Text;
using SQLitePCL;

namespace VideoGen.Sdk.Sqlite;

/// <summary>Reads a row by position, straight from SQLite.</summary>
internal static class SqliteStatements
{
    public static string? TextOrNull(this sqlite3_stmt row, int column) => row.IsNull(column) ? null : Encoding.UTF8.GetString(raw.sqlite3_column_blob(row, column));

    public static bool IsNull(this sqlite3_stmt row, int column) => raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL;
}
