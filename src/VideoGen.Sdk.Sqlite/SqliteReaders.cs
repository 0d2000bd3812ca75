using System.Collections.Concurrent;

namespace VideoGen.Sdk.Sqlite;

/// <summary>Idle read connections; as many as there ever were readers at once.</summary>
internal sealed class SqliteReaders(SqliteFile file, Func<DateTimeOffset> clock) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private volatile bool isDisposed;

    /// <summary>Runs reads in one transaction, so that they see one state of the file.</summary>
    public T Read<T>(Func<SqliteScope, T> work)
    {
        file.MustStillBeThere();
        var session = idle.TryTake(out var found) ? found : file.Connect(forWriting: false);
        var isSound = false;
        try
        {
            session.Execute("BEGIN");
            var result = work(new SqliteScope(session, clock()));
            session.Execute("COMMIT");
            isSound = true;
            return result;
        }
        finally
        {
            if (isSound && !isDisposed)
            {
                idle.Add(session);
            }
            else
            {
                session.Dispose();
            }
        }
    }

    public void Dispose()
    {
        isDisposed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
