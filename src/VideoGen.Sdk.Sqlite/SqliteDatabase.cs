using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>
/// One database file: one writer at a time, by <see cref="SqliteWriter"/> within the process and by <c>BEGIN IMMEDIATE</c> between processes (a lock that is upgraded half-way fails at once,
/// whatever the timeout), and readers beside it. Opened and migrated by the first call; safe for use by many threads at once.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly SqliteFile file;
    private readonly TimeProvider time;
    private readonly SqliteReaders readers;
    private readonly SqliteWriter writer;
    private volatile bool isDisposed;

    public SqliteDatabase(SqliteOptions options, TimeProvider time)
    {
        file = new SqliteFile(options);
        this.time = time;
        readers = new SqliteReaders(file, () => Now);
        writer = new SqliteWriter(file, readers, () => Now);
    }

    public string Path => file.Path;

    /// <summary>The store's clock: the only place that asks for the time.</summary>
    public DateTimeOffset Now => SqliteTime.Floor(time.GetUtcNow());

    /// <summary>What the store's timers run by.</summary>
    public TimeProvider Clock => time;

    /// <inheritdoc cref="SqliteTransaction.AroundCommit"/>
    internal Action<Action>? AroundCommit
    {
        get => writer.AroundCommit;
        set => writer.AroundCommit = value;
    }

    /// <summary>Runs one write: on the disk when this returns, nothing written when it throws, unless <see cref="StoreException.IsCommitUnknown"/>. Writes of callers at once share a commit.</summary>
    /// <param name="work">The statements, and nothing else: it holds the lock that every other process waits for, and may run more than once.</param>
    /// <param name="isCommitted">Finds out by a read, after a commit that failed with an unknown outcome, whether it was written. Null: such a failure is thrown as unknown.</param>
    /// <param name="cancellationToken">Ends the wait for the turn; work that has begun is finished.</param>
    public Task<T> WriteAsync<T>(Func<SqliteScope, T> work, Func<SqliteScope, bool>? isCommitted, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var write = new SqliteWrite<T>(work, isCommitted);
        writer.Add(write);
        return write.AnswerAsync(cancellationToken);
    }

    /// <summary>Runs reads that see one state of the file. They wait for no writer.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteScope, T> work, CancellationToken cancellationToken)
    {
        if (!writer.IsOpen)
        {
            await WriteAsync(_ => true, null, cancellationToken).ConfigureAwait(false);
        }

        return await Task.Run(() => Guarded(() => readers.Read(work)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A number that moves whenever another process commits.</summary>
    public Task<long> GetDataVersionAsync(CancellationToken cancellationToken) =>
        Task.Run(() => Guarded(() => writer.Look(session => (long)session.Prepare("PRAGMA data_version", []).ExecuteScalar()!)), cancellationToken);

    /// <summary>Moves what lies in the log into the file and cuts the log to nothing: old pages in it hold what was erased since.</summary>
    /// <exception cref="StoreException">Somebody has been reading all the while; transient.</exception>
    public async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        if (!await Task.Run(() => Guarded(() => writer.Look(file.TryCutLog)), cancellationToken).ConfigureAwait(false))
        {
            throw SqliteErrors.LogInUse(Path);
        }
    }

    public void Dispose()
    {
        isDisposed = true;
        writer.Dispose();
        readers.Dispose();
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
