using Microsoft.Data.Sqlite;

namespace VideoGen.Sdk.Sqlite;

/// <summary>The writing connection, and the way of writes through it. Used by one thread at a time.</summary>
internal sealed class SqliteTransaction(SqliteFile file, SqliteReaders readers, Func<DateTimeOffset> clock) : IDisposable
{
    private SqliteSession? writer;
    private volatile bool isOpen;

    /// <summary>Whether the file was opened and brought up to date once.</summary>
    public bool IsOpen => isOpen;

    /// <summary>Lets tests fail a commit before or after it happened.</summary>
    public Action<Action>? AroundCommit { get; set; }

    public T Look<T>(Func<SqliteSession, T> look) => look(writer ??= Open());

    /// <summary>Runs writes as one transaction and answers each. Null when that is done; else what stopped it: nothing is written, and none is answered.</summary>
    /// <exception cref="SqliteException">No transaction could be begun; none is answered.</exception>
    public Exception? TryRun(List<SqliteWrite> writes)
    {
        var session = writer ??= Open();
        file.MustStillBeThere();
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach (var write in writes)
            {
                write.Run(new SqliteScope(session, clock()));
            }
        }
        catch (Exception exception)
        {
            CloseUnless(TryRollback(session));
            return exception is SqliteException fault ? SqliteErrors.From(fault, file.Path) : exception;
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
            return ReadBack(exception, writes);
        }

        writes.ForEach(write => write.Succeed());
        return null;
    }

    public void Dispose() => CloseWriter();

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

    private StoreException? ReadBack(SqliteException failure, List<SqliteWrite> writes)
    {
        if (SqliteErrors.IsCertainlyNotCommitted(failure))
        {
            return SqliteErrors.From(failure, file.Path);
        }

        foreach (var write in writes)
        {
            Answer(write, failure);
        }

        return null;
    }

    private void Answer(SqliteWrite write, SqliteException failure)
    {
        bool? isThere;
        try
        {
            isThere = write.IsCommitted(readers);
        }
        catch (Exception exception) when (exception is SqliteException or StoreException)
        {
            isThere = null;
        }

        if (isThere == true)
        {
            write.Succeed();
        }
        else
        {
            write.Fail(isThere == false ? SqliteErrors.NotCommitted(failure, file.Path) : SqliteErrors.CommitUnknown(failure, file.Path));
        }
    }

    private SqliteSession Open()
    {
        file.MakeReady();
        var session = file.Connect(forWriting: true);
        try
        {
            SqliteMigrations.Apply(session, file.Path, clock);
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
}
