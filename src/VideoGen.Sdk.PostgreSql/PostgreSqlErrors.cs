using System.Net.Sockets;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>Says what the server's codes mean for a person: which database, what is wrong, what to do. The place named never holds a password.</summary>
internal static class PostgreSqlErrors
{
    // The server ended a session whose process said nothing in the middle of a transaction for too long.
    private const string IdleInTransaction = "25P03";

    private const string ReadBack = "read back";

    public static StoreException From(Exception exception, string place) => new(Sentence(exception, place), exception)
    {
        Location = place,
        IsTransient = IsGone(exception) || IsCollision(exception) || IsTimeout(exception) || StateOf(exception) is PostgresErrorCodes.DiskFull or PostgresErrorCodes.LockNotAvailable,
    };

    /// <summary>Whether the server is restarting, unreachable or has cut the connection: trying again on a new one may work.</summary>
    public static bool IsGone(Exception exception) => StateOf(exception) switch
    {
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or IdleInTransaction => true,
        { } state => state.StartsWith("08", StringComparison.Ordinal),
        null => exception is SocketException or IOException || (exception is NpgsqlException { InnerException: SocketException or IOException or null } npgsql && npgsql.IsTransient)
            || exception is NpgsqlException { InnerException: SocketException or IOException },
    };

    /// <summary>Whether another transaction came between; nothing was written, and running again sees what it wrote.</summary>
    public static bool IsCollision(Exception exception) =>
        StateOf(exception) is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;

    public static StoreException CommitUnknown(Exception exception, string place) =>
        new($"The commit to {place} failed and could not be read back; whether it was written is unknown. Check that the server is up. {exception.Message}", exception)
        {
            Location = place,
            IsCommitUnknown = true,
        };

    public static StoreException NotCommitted(Exception exception, string place) =>
        new($"The commit to {place} failed; read back, nothing was written. Check the server and try again. {exception.Message}", exception)
        {
            Location = place,
            IsTransient = true,
            Data = { [ReadBack] = true },
        };

    /// <summary>Whether the server answered after all, and said that nothing was written.</summary>
    public static bool WasReadBack(StoreException exception) => exception.Data.Contains(ReadBack);

    public static StoreException Plain(string message, string place, Exception? cause = null) => new(message, cause) { Location = place };

    public static string? StateOf(Exception exception) => (exception as PostgresException)?.SqlState;

    private static bool IsTimeout(Exception exception) => exception is TimeoutException or NpgsqlException { InnerException: TimeoutException };

    private static string Sentence(Exception exception, string place) => StateOf(exception) switch
    {
        PostgresErrorCodes.ReadOnlySqlTransaction => $"The database {place} is read-only; point the connection string at the primary server, or lift default_transaction_read_only.",
        PostgresErrorCodes.DiskFull => $"The disk under {place} is full; free some space and try again. Nothing already saved is lost.",
        PostgresErrorCodes.InsufficientPrivilege => $"The user may not do this in {place}; let it own the schema, or create the schema for it. {exception.Message}",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"The server of {place} refused user or password; check both in the connection string.",
        PostgresErrorCodes.InvalidCatalogName => $"There is no database {place}; create it, or correct the connection string.",
        PostgresErrorCodes.TooManyConnections => $"The server of {place} has no free connection; raise max_connections or lower Maximum Pool Size.",
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => $"Rows of {place} stayed locked by another transaction; end the one that is held open and try again.",
        { } state when !IsGone(exception) => $"The database {place} refused a statement ({state}). {exception.Message}",
        _ when IsTimeout(exception) => $"The database {place} did not answer in time; look for a transaction that is held open and locks rows, or for a server under too much load, and try again.",
        _ when IsGone(exception) => $"The server of {place} cannot be reached or is restarting; check that it runs and that host and port are right, and try again.",
        _ => $"The database {place} failed. {exception.Message}",
    };
}
