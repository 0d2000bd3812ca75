using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>A hold on its way to the server: given up as long as it waits, finished once it has begun.</summary>
internal sealed class WaitingHold(HoldRequest request)
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int GivenUp = 2;

    private readonly TaskCompletionSource<HoldResult?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state = Waiting;

    public HoldRequest Request => request;

    public bool TryBegin() => Interlocked.CompareExchange(ref state, Begun, Waiting) == Waiting;

    /// <summary>The result; null when it is to be tried alone.</summary>
    public async Task<HoldResult?> AnswerAsync(CancellationToken cancellationToken)
    {
        var registration = cancellationToken.Register(() =>
        {
            if (Interlocked.CompareExchange(ref state, GivenUp, Waiting) == Waiting)
            {
                answer.TrySetCanceled(cancellationToken);
            }
        });
        await using (registration.ConfigureAwait(false))
        {
            return await answer.Task.ConfigureAwait(false);
        }
    }

    public void Answer(HoldResult? result) => answer.TrySetResult(result);

    public void Fail(Exception exception) => answer.TrySetException(exception);
}
