using System.Data;
using Npgsql;

namespace VideoGen.Sdk.PostgreSql;

/// <summary>
/// One schema of one server. Calls run side by side, each in a transaction of its own; what collides runs again. Migrated by the first call; safe for use by many threads at once.
/// </summary>
internal sealed class PostgreSqlDatabase : IAsyncDisposable, IDisposable
{
    private readonly PostgreSqlServer server;
    private readonly PostgreSqlRetry retry;
    private readonly PostgreSqlClock clock;
    private readonly SemaphoreSlim opening = new(1, 1);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly JointReads reads;
    private volatile bool isOpen;

    /// <param name="options">Which schema of which server.</param>
    /// <param name="shifted">Tests only: the clock that the schema's time function then tells.</param>
    public PostgreSqlDatabase(PostgreSqlOptions options, TimeProvider? shifted = null)
    {
        server = new PostgreSqlServer(options);
        retry = new PostgreSqlRetry(server, options.ReconnectTimeout);
        clock = new PostgreSqlClock(shifted);
        reads = new JointReads(AskAsync);
        Changes = new QueueChanges(server);
    }

    /// <summary>Word of changes in the queue, from here and elsewhere.</summary>
    public QueueChanges Changes { get; }

    public string Place => server.Place;

    /// <summary>Lets tests fail a commit before or after it happened.</summary>
    internal Func<Func<Task>, Task>? AroundCommit { get; set; }

    /// <summary>Runs one write transaction: committed and durable when this returns, nothing written when it throws, unless <see cref="StoreException.IsCommitUnknown"/>.</summary>
    /// <param name="work">The statements, and nothing else: it may run more than once, and what it locks others wait for.</param>
    /// <param name="isCommitted">Finds out by a read, after a commit that failed with an unknown outcome, whether it was written.</param>
    /// <param name="cancellationToken">Ends the wait for a connection; work that has begun is finished.</param>
    /// <param name="lockName">Calls that give the same name run one after the other, on every machine; their time is read after the lock was won.</param>
    public async Task<T> WriteAsync<T>(
        Func<PostgreSqlScope, Task<T>> work, Func<PostgreSqlScope, Task<bool>> isCommitted, CancellationToken cancellationToken, string? lockName = null)
    {
        await MakeReadyAsync(cancellationToken).ConfigureAwait(false);
        if (lockName is null)
        {
            return await retry.RunAsync(() => WriteOnceAsync(work, isCommitted, null, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        // Callers of one process wait here and not on the server, where each would hold a connection and a thousand would use up the pool.
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await retry.RunAsync(() => WriteOnceAsync(work, isCommitted, lockName, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The same for work that takes its time with its own first statements, by <see cref="PostgreSqlScope.Begin"/>: an exchange less.</summary>
    public async Task<T> WriteAtOnceAsync<T>(Func<PostgreSqlScope, Task<T>> work, Func<PostgreSqlScope, Task<bool>> isCommitted, CancellationToken cancellationToken)
    {
        await MakeReadyAsync(cancellationToken).ConfigureAwait(false);
        return await retry.RunAsync(() => WriteOnceAsync(work, isCommitted, null, cancellationToken, beginsItself: true), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks one short question, together with others of this process that wait.</summary>
    public async Task<List<T>> AskAsync<T>(Func<PostgreSqlExchange, List<T>> question, CancellationToken cancellationToken)
    {
        await MakeReadyAsync(cancellationToken).ConfigureAwait(false);
        return await reads.AskAsync(question, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The server's time.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) => (await AskAsync(PostgreSqlClock.Ask, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Runs a read, each statement on its own.</summary>
    public async Task<T> ReadAsync<T>(Func<PostgreSqlScope, Task<T>> work, CancellationToken cancellationToken)
    {
        await MakeReadyAsync(cancellationToken).ConfigureAwait(false);
        return await retry.RunAsync(
            async () =>
            {
                var connection = await server.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    return await work(new PostgreSqlScope(connection, null)).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs statements in the caller's own transaction, which the caller commits; on a fault it is as before them.</summary>
    public async Task<T> JoinAsync<T>(NpgsqlTransaction transaction, Func<PostgreSqlScope, Task<T>> work, CancellationToken cancellationToken)
    {
        await MakeReadyAsync(cancellationToken).ConfigureAwait(false);
        return await new PostgreSqlGuest(server, transaction).RunAsync(work).ConfigureAwait(false);
    }

    /// <summary>Runs reads that see one state of the schema, and its time.</summary>
    public async Task<T> SnapshotAsync<T>(Func<PostgreSqlScope, Task<T>> work, CancellationToken cancellationToken)
    {
        await MakeReadyAsync(cancellationToken).ConfigureAwait(false);
        return await retry.RunAsync(
            async () =>
            {
                var connection = await server.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, CancellationToken.None).ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        var (now, _) = await clock.BeginAsync(connection, null, isWriting: false).ConfigureAwait(false);
                        return await work(new PostgreSqlScope(connection, now)).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        Changes.Dispose();
        server.Dispose();
        opening.Dispose();
        turn.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Changes.DisposeAsync().ConfigureAwait(false);
        await server.DisposeAsync().ConfigureAwait(false);
        opening.Dispose();
        turn.Dispose();
    }

    private Task<bool> AskAsync(IReadOnlyList<Action<PostgreSqlExchange>> questions, CancellationToken cancellationToken) => retry.RunAsync(
        async () =>
        {
            var connection = await server.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await clock.ShiftAsync(connection, isLocal: false).ConfigureAwait(false);
                var exchange = new PostgreSqlExchange(connection);
                PlanByIndex.Add(exchange);
                foreach (var question in questions)
                {
                    question(exchange);
                }

                await exchange.RunAsync().ConfigureAwait(false);
                return true;
            }
        },
        cancellationToken);

    private async Task<T> WriteOnceAsync<T>(
        Func<PostgreSqlScope, Task<T>> work, Func<PostgreSqlScope, Task<bool>> isCommitted, string? lockName, CancellationToken cancellationToken, bool beginsItself = false)
    {
        T result;
        string number;
        Exception? failure;
        var connection = await server.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, CancellationToken.None).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                if (beginsItself)
                {
                    await clock.ShiftAsync(connection, isLocal: true).ConfigureAwait(false);
                    var scope = new PostgreSqlScope(connection, null);
                    result = await work(scope).ConfigureAwait(false);
                    number = scope.Number;
                }
                else
                {
                    (var now, number) = await clock.BeginAsync(connection, lockName, isWriting: true).ConfigureAwait(false);
                    result = await work(new PostgreSqlScope(connection, now)).ConfigureAwait(false);
                }

                failure = await CommitAsync(transaction).ConfigureAwait(false);
            }
        }

        // Read back over another connection, when this one is closed and the server has rolled back whatever it had not committed.
        if (failure is not null)
        {
            await ReadBackAsync(failure, number, isCommitted).ConfigureAwait(false);
        }

        return result;
    }

    private async Task<Exception?> CommitAsync(NpgsqlTransaction transaction)
    {
        try
        {
            await (AroundCommit is { } around ? around(() => transaction.CommitAsync(CancellationToken.None)) : transaction.CommitAsync(CancellationToken.None)).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
        {
            return exception;
        }
    }

    /// <summary>Returns when the commit turns out to be written, throws otherwise.</summary>
    private async Task ReadBackAsync(Exception failure, string number, Func<PostgreSqlScope, Task<bool>> isCommitted)
    {
        if (PostgreSqlErrors.StateOf(failure) is not null && !PostgreSqlErrors.IsGone(failure))
        {
            // The server itself answered that it rolled back.
            throw PostgreSqlErrors.From(failure, Place);
        }

        bool isThere;
        try
        {
            isThere = await retry.RunAsync(() => IsThereAsync(number, isCommitted), CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            throw PostgreSqlErrors.CommitUnknown(failure, Place);
        }

        if (!isThere)
        {
            throw PostgreSqlErrors.NotCommitted(failure, Place);
        }
    }

    private async Task<bool> IsThereAsync(string number, Func<PostgreSqlScope, Task<bool>> isCommitted)
    {
        var connection = await server.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await PostgreSqlClock.MustHaveEndedAsync(connection, number).ConfigureAwait(false);
            return await isCommitted(new PostgreSqlScope(connection, await clock.NowAsync(connection).ConfigureAwait(false))).ConfigureAwait(false);
        }
    }

    private async Task MakeReadyAsync(CancellationToken cancellationToken)
    {
        if (isOpen)
        {
            return;
        }

        await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!isOpen)
            {
                await retry.RunAsync(() => PostgreSqlMigrations.ApplyAsync(server, cancellationToken), cancellationToken).ConfigureAwait(false);
                isOpen = true;
            }
        }
        finally
        {
            opening.Release();
        }
    }
}
