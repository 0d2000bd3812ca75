using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>
/// The writes of this process, one after the other. Those that wait while a commit is on its way to the disk share the next one, so that many callers pay for one wait. Safe for use by many threads at once.
/// </summary>
internal sealed class SqliteWriter(SqliteFile file, SqliteReaders readers, Func<DateTimeOffset> clock) : IDisposable
{
    // Every other process waits for the lock meanwhile.
    private const int MostInOneCommit = 256;

    private readonly Lock line = new();
    private readonly Lock turn = new();
    private readonly Queue<SqliteWrite> waiting = new();
    private readonly SqliteTransaction transaction = new(file, readers, clock);
    private bool isWriting;
    private bool isDisposed;

    /// <inheritdoc cref="SqliteTransaction.IsOpen"/>
    public bool IsOpen => transaction.IsOpen;

    /// <inheritdoc cref="SqliteTransaction.AroundCommit"/>
    public Action<Action>? AroundCommit
    {
        get => transaction.AroundCommit;
        set => transaction.AroundCommit = value;
    }

    /// <summary>Takes a write in line; it hands out its own answer once it is on the disk.</summary>
    public void Add(SqliteWrite write)
    {
        lock (line)
        {
            waiting.Enqueue(write);
            if (isWriting)
            {
                return;
            }

            isWriting = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.WriteAll(), this, preferLocal: false);
    }

    /// <summary>Looks at the writing connection between two transactions.</summary>
    public T Look<T>(Func<SqliteSession, T> look)
    {
        lock (turn)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return transaction.Look(look);
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            isDisposed = true;
            transaction.Dispose();
        }
    }

    private void WriteAll()
    {
        for (var batch = Next(); batch.Count > 0; batch = Next())
        {
            lock (turn)
            {
                Write(batch);
            }
        }
    }

    private List<SqliteWrite> Next()
    {
        lock (line)
        {
            var batch = new List<SqliteWrite>(Math.Min(waiting.Count, MostInOneCommit));
            while (batch.Count < MostInOneCommit && waiting.TryDequeue(out var write))
            {
                if (write.TryBegin())
                {
                    batch.Add(write);
                }
            }

            isWriting = batch.Count > 0;
            return batch;
        }
    }

    private void Write(List<SqliteWrite> batch)
    {
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            if (transaction.TryRun(batch) is not { } fault)
            {
                return;
            }

            // Nothing of the batch is written: whoever caused that gets the fault, and nobody else.
            foreach (var write in batch)
            {
                if (batch.Count == 1)
                {
                    write.Fail(fault);
                }
                else
                {
                    Write([write]);
                }
            }
        }
        catch (Exception exception)
        {
            batch.ForEach(write => write.Fail(exception is SqliteException fault ? SqliteErrors.From(fault, file.Path) : exception));
        }
    }
}
