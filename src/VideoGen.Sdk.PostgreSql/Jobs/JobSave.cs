using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>A save that waits for its turn in a <see cref="JointSaves">joint one</see>.</summary>
internal sealed class JobSave(string jobId, JobStamp stamp, bool keepsOwner, (string Name, object? Value)[] columns, string writeId)
{
    // The savers go on elsewhere: whoever carries the joint save must not run their code.
    private readonly TaskCompletionSource<bool> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isBegun;

    public string JobId => jobId;

    public string WriteId => writeId;

    /// <summary>The arguments of the statement that saves.</summary>
    public (string Name, object? Value)[] Arguments { get; } = JobStatements.SaveArguments(jobId, stamp, keepsOwner, columns);

    /// <summary>Whether it was written; false when it is to be tried alone. A cancellation ends the wait for the turn.</summary>
    public async Task<bool> AnswerAsync(CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(static (save, token) => ((JobSave)save!).GiveUp(token), this);
        await using (registration.ConfigureAwait(false))
        {
            return await answer.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Whether it is to be written; false when its caller gave up while it waited.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref isBegun, 1) == 0;

    public void Answer(bool isWritten) => answer.TrySetResult(isWritten);

    public void Fail(Exception exception) => answer.TrySetException(exception);

    private void GiveUp(CancellationToken cancellationToken)
    {
        if (TryBegin())
        {
            answer.TrySetCanceled(cancellationToken);
        }
    }
}
