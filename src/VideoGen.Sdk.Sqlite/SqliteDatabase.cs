using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>
/// One database file: one writer at a time, guarded here within the process and by <c>BEGIN IMMEDIATE</c> between processes (a lock that is upgraded half-way fails at once,
/// whatever the timeout), and readers beside it. Opened and migrated by the first call; safe for use by many threads at once.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly SqliteFile file;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SqliteReaders readers;
    private SqliteSession? writer;
    private volatile bool isOpen;
    private volatile bool isDisposed;

    public SqliteDatabase(SqliteOptions options, TimeProvider time)
    {
        file = new SqliteFile(options);
        this.time = time;
        readers = new SqliteReaders(file, () => Now);
    }

    public string Path => file.Path;

    /// <summary>The store's clock: the only place that asks for the time.</summary>
    public DateTimeOffset Now => SqliteTime.Floor(time.GetUtcNow());

    /// <summary>What the store's timers run by.</summary>
    public TimeProvider Clock => time;

    /// <summary>Lets tests fail a commit before or after it happened.</summary>
    internal Action<Action>? AroundCommit { get; set; }

    /// <summary>Runs one write transaction: committed and durable when this returns, nothing written when it throws, unless <see cref="StoreException.IsCommitUnknown"/>.</summary>
    /// <param name="work">The statements, and nothing else: it holds the lock that every other process waits for.</param>
    /// <param name="isCommitted">Finds out by a read, after a commit that failed with an unknown outcome, whether it was written. Null: such a failure is thrown as unknown.</param>
    /// <param name="cancellationToken">Ends the wait for the turn; work that has begun is finished.</param>
    public async Task<T> WriteAsync<T>(Func<SqliteScope, T> work, Func<SqliteScope, bool>? isCommitted, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Guarded(() => Write(work, isCommitted)), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Runs reads that see one state of the file. They wait for no writer.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteScope, T> work, CancellationToken cancellationToken)
    {
        if (!isOpen)
        {
            await WriteAsync(_ => true, null, cancellationToken).ConfigureAwait(false);
        }

        return await Task.Run(() => Guarded(() => readers.Read(work)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A number that moves whenever another process commits.</summary>
    public async Task<long> GetDataVersionAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Guarded(() => (long)(writer ??= Open()).Prepare("PRAGMA data_version", []).ExecuteScalar()!), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Moves what lies in the log into the file and cuts the log to nothing: old pages in it hold what was erased since.</summary>
    /// <exception cref="StoreException">Somebody has been reading all the while; transient.</exception>
    public async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await Task.Run(() => Guarded(() => (long)(writer ??= Open()).Prepare("PRAGMA wal_checkpoint(TRUNCATE)", []).ExecuteScalar()!), CancellationToken.None).ConfigureAwait(false) != 0)
            {
                throw SqliteErrors.LogInUse(Path);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        gate.Wait();
        isDisposed = true;
        CloseWriter();
        readers.Dispose();
        gate.Release();
    }

    private T Write<T>(Func<SqliteScope, T> work, Func<SqliteScope, bool>? isCommitted)
    {
        var session = writer ??= Open();
        file.MustStillBeThere();
        session.Execute("BEGIN IMMEDIATE");
        T result;
        try
        {
            result = work(new SqliteScope(session, Now));
        }
        catch
        {
            CloseUnless(TryRollback(session));
            throw;
        }

        try
        {
            Commit(session);
        }
        catch (SqliteException exception)
        {
            // The connection's own view of a half-failed commit is not to be trusted.
            TryRollback(session);
            CloseWriter();
            ReadBack(exception, isCommitted);
        }

        return result;
    }

    private void Commit(SqliteSession session)
    {
        if (AroundCommit is { } around)
        {
            around(() => session.Execute("COMMIT"));
        }
        else
        {
            session.Execute("COMMIT");
        }
    }

    /// <summary>Returns when the commit turns out to be written, throws otherwise.</summary>
    private void ReadBack(SqliteException failure, Func<SqliteScope, bool>? isCommitted)
    {
        if (SqliteErrors.IsCertainlyNotCommitted(failure))
        {
            throw SqliteErrors.From(failure, Path);
        }

        bool isThere;
        try
        {
            isThere = isCommitted is null ? throw SqliteErrors.CommitUnknown(failure, Path) : readers.Read(isCommitted);
        }
        catch (SqliteException)
        {
            throw SqliteErrors.CommitUnknown(failure, Path);
        }

        if (!isThere)
        {
            throw SqliteErrors.NotCommitted(failure, Path);
        }
    }

    private SqliteSession Open()
    {
        file.MakeReady();
        var session = file.Connect(forWriting: true);
        try
        {
            SqliteMigrations.Apply(session, Path, () => Now);
            isOpen = true;
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static bool TryRollback(SqliteSession session)
    {
        try
        {
            session.RunScript("ROLLBACK");
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private void CloseUnless(bool isSound)
    {
        if (!isSound)
        {
            CloseWriter();
        }
    }

    private void CloseWriter()
    {
        writer?.Dispose();
        writer = null;
    }

    private T Guarded<T>(Func<T> call)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        try
        {
            return call();
        }
        catch (SqliteException exception)
        {
            throw SqliteErrors.From(exception, Path);
        }
    }
}
