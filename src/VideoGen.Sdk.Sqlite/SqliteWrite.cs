namespace VideoGen.Sdk.Sqlite;

/// <summary>One caller's write on its way through the <see cref="SqliteWriter"/>, which alone calls these.</summary>
internal abstract class SqliteWrite
{
    /// <summary>Whether it is to be run; false when its caller gave up while it waited.</summary>
    public abstract bool TryBegin();

    /// <summary>Runs the statements. May be called again when the transaction is begun anew.</summary>
    public abstract void Run(SqliteScope scope);

    /// <summary>Reads after a failed commit whether this write is in the file; null when there is no way to tell.</summary>
    public abstract bool? IsCommitted(SqliteReaders readers);

    /// <summary>Hands out the result of the last run: it is on the disk.</summary>
    public abstract void Succeed();

    /// <summary>Hands out why it was not written.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>A write with a result.</summary>
/// <param name="work">The statements.</param>
/// <param name="isCommitted">Finds out by a read, after a commit that failed with an unknown outcome, whether it was written.</param>
internal sealed class SqliteWrite<T>(Func<SqliteScope, T> work, Func<SqliteScope, bool>? isCommitted) : SqliteWrite
{
    // The callers go on elsewhere: the writer must not run their code between two commits.
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isBegun;
    private T? result;

    /// <summary>The answer. A cancellation ends the wait for the turn; a write that has begun is finished.</summary>
    public async Task<T> AnswerAsync(CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister(static (write, token) => ((SqliteWrite<T>)write!).GiveUp(token), this).ConfigureAwait(false))
        {
            return await answer.Task.ConfigureAwait(false);
        }
    }

    public override bool TryBegin() => Interlocked.Exchange(ref isBegun, 1) == 0;

    public override void Run(SqliteScope scope) => result = work(scope);

    public override bool? IsCommitted(SqliteReaders readers) => isCommitted is null ? null : readers.Read(isCommitted);

    public override void Succeed() => answer.TrySetResult(result!);

    public override void Fail(Exception exception) => answer.TrySetException(exception);

    private void GiveUp(CancellationToken cancellationToken)
    {
        if (TryBegin())
        {
            answer.TrySetCanceled(cancellationToken);
        }
    }
}
