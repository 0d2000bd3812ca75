using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>Says what SQLite's result codes mean for a person: which file, what is wrong, what to do.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StoreException From(SqliteException exception, string path) => new(Sentence(exception, path), exception)
    {
        Location = path,
        IsTransient = exception.SqliteErrorCode is Busy or Locked or Full,
    };

    /// <summary>Whether a failed commit certainly wrote nothing; any other failed commit must be read back.</summary>
    public static bool IsCertainlyNotCommitted(SqliteException exception) => exception.SqliteErrorCode is Busy or Locked or ReadOnly or Full;

    public static StoreException CommitUnknown(SqliteException exception, string path) =>
        new($"The commit to the database file '{path}' failed and could not be read back; whether it was written is unknown. {exception.Message}", exception)
        {
            Location = path,
            IsCommitUnknown = true,
        };

    public static StoreException NotCommitted(SqliteException exception, string path) =>
        new($"The commit to the database file '{path}' failed; read back, nothing was written. Check the disk and try again. {exception.Message}", exception)
        {
            Location = path,
            IsTransient = true,
        };

    public static StoreException LogInUse(string path) =>
        new($"The log of the database file '{path}' stays in use by another program, and old pages of what was erased lie in it; close the program that reads and call ForgetAsync once more.")
        {
            Location = path,
            IsTransient = true,
        };

    public static StoreException Plain(string message, string path, Exception? cause = null) => new(message, cause) { Location = path };

    private static string Sentence(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Busy or Locked => $"The database file '{path}' stayed locked by another process; close the program that holds a transaction open on it and try again.",
        ReadOnly => $"The database file '{path}' is read-only; give this process write permission to the file and its folder.",
        IoError => $"The disk under the database file '{path}' failed; check the disk and that the folder is still there. {exception.Message}",
        Corrupt or NotADatabase => $"The file '{path}' is damaged or not a SQLite database; restore a copy of it, or move it away to begin an empty one.",
        Full => $"The disk under the database file '{path}' is full; free some space and try again. Nothing already saved is lost.",
        CannotOpen => $"The database file '{path}' cannot be opened; check that the folder exists and that this process may write to it.",
        _ => $"The database file '{path}' refused a statement. {exception.Message}",
    };
}
