namespace VideoGen.Sdk.PostgreSql;

/// <summary>A call that waits until it is carried out, perhaps together with others, by somebody else.</summary>
internal sealed class CallTurn<T>
{
    // The callers go on elsewhere: whoever carries their calls out must not run their code.
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isBegun;

    /// <summary>What the call returns. A cancellation ends the wait for the turn.</summary>
    public async Task<T> AnswerAsync(CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(static (turn, token) => ((CallTurn<T>)turn!).GiveUp(token), this);
        await using (registration.ConfigureAwait(false))
        {
            return await answer.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Whether it is to be carried out; false when its caller gave up while it waited.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref isBegun, 1) == 0;

    public void Answer(T result) => answer.TrySetResult(result);

    public void Fail(Exception exception) => answer.TrySetException(exception);

    private void GiveUp(CancellationToken cancellationToken)
    {
        if (TryBegin())
        {
            answer.TrySetCanceled(cancellationToken);
        }
    }
}
