using System.Data;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>A guest in the caller's transaction: its statements find our schema, a fault of theirs undoes them alone, and the caller's settings are as before.</summary>
internal sealed class PostgreSqlGuest(PostgreSqlServer server, NpgsqlTransaction transaction)
{
    private const string Mark = "videogen_guest";
    private const int Collisions = 3;

    public async Task<T> RunAsync<T>(Func<PostgreSqlScope, Task<T>> work)
    {
        var connection = transaction.Connection is { State: ConnectionState.Open } open
            ? open
            : throw new InvalidOperationException("The transaction has ended or its connection is closed; give one that is open.");
        var scope = new PostgreSqlScope(connection, null);
        try
        {
            await MustBeHereAsync(scope).ConfigureAwait(false);
            for (var collisions = 0; ; collisions++)
            {
                try
                {
                    return await RunOnceAsync(scope, work).ConfigureAwait(false);
                }
                catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation && collisions < Collisions)
                {
                    // The key was given to another job just now; that is found by the next try, unless the caller's transaction keeps to an old state.
                }
            }
        }
        catch (Exception exception) when (PostgreSqlRetry.IsOfServer(exception))
        {
            throw PostgreSqlErrors.From(exception, server.Place);
        }
    }

    private async Task<T> RunOnceAsync<T>(PostgreSqlScope scope, Func<PostgreSqlScope, Task<T>> work)
    {
        await transaction.SaveAsync(Mark, CancellationToken.None).ConfigureAwait(false);
        try
        {
            var path = await scope.FirstAsync("SELECT current_setting('search_path') AS path", row => row.Text("path")).ConfigureAwait(false);
            await scope.ExecuteAsync("SELECT set_config('search_path', @schema, true)", ("schema", server.Schema)).ConfigureAwait(false);
            var result = await work(scope).ConfigureAwait(false);
            await scope.ExecuteAsync("SELECT set_config('search_path', @path, true)", ("path", path)).ConfigureAwait(false);
            // What is made here must be on the disk when the caller's commit returns.
            await scope.ExecuteAsync("SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'").ConfigureAwait(false);
            await transaction.ReleaseAsync(Mark, CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            await transaction.RollbackAsync(Mark, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task MustBeHereAsync(PostgreSqlScope scope)
    {
        if (!await scope.AnyAsync("SELECT 1 FROM pg_namespace WHERE nspname = @schema", ("schema", server.Schema)).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"The transaction is not of {server.Place}: its database has no such schema. Begin it on the database that UsePostgreSql() was given.");
        }
    }
}
