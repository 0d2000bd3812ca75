namespace VideoGen.Sdk.PostgreSql;

/// <summary>
/// Calls of this process that go to the server together: those that wait while others are on their way share the next exchanges and the next commit, so that many callers pay for one wait.
/// When one of several fails, nothing of them was done, and each is tried alone and so gets an answer of its own. Safe for use by many threads at once.
/// </summary>
/// <param name="carriers">How many lots may be on their way at once.</param>
/// <param name="mostInOne">How many calls make the largest lot.</param>
/// <param name="carryAsync">Carries a lot out, all of it or nothing, and answers in its order; null for a call that is to be tried alone.</param>
internal sealed class JointCalls<TCall, TAnswer>(int carriers, int mostInOne, Func<List<TCall>, Task<IReadOnlyList<TAnswer?>>> carryAsync)
    where TAnswer : class
{
    private readonly Lock gate = new();
    private readonly Queue<(TCall Call, CallTurn<TAnswer?> Turn)> waiting = new();
    private int carrying;

    /// <summary>The answer; null when the call is to be tried alone.</summary>
    /// <param name="call">What is to be done.</param>
    /// <param name="cancellationToken">Ends the wait for the turn; what has begun is finished.</param>
    /// <exception cref="StoreException">Whether it was done is unknown, or the server is gone.</exception>
    public Task<TAnswer?> CallAsync(TCall call, CancellationToken cancellationToken)
    {
        var turn = new CallTurn<TAnswer?>();
        lock (gate)
        {
            waiting.Enqueue((call, turn));
            if (carrying < carriers)
            {
                carrying++;
                _ = Task.Run(CarryAsync, CancellationToken.None);
            }
        }

        return turn.AnswerAsync(cancellationToken);
    }

    private async Task CarryAsync()
    {
        for (var lot = Next(); lot.Count > 0; lot = Next())
        {
            try
            {
                var answers = await carryAsync(lot.ConvertAll(one => one.Call)).ConfigureAwait(false);
                for (var i = 0; i < lot.Count; i++)
                {
                    lot[i].Turn.Answer(answers[i]);
                }
            }
            catch (Exception exception) when (lot.Count > 1 && IsOneOfThem(exception))
            {
                lot.ForEach(one => one.Turn.Answer(null));
            }
            catch (Exception exception)
            {
                lot.ForEach(one => one.Turn.Fail(exception));
            }
        }
    }

    // A server that is gone is gone for all: each would only wait for it once more.
    private static bool IsOneOfThem(Exception exception) =>
        exception is not StoreException { IsCommitUnknown: true } && !(exception is StoreException { InnerException: { } cause } gone && PostgreSqlErrors.IsGone(cause) && !PostgreSqlErrors.WasReadBack(gone));

    private List<(TCall Call, CallTurn<TAnswer?> Turn)> Next()
    {
        lock (gate)
        {
            var lot = new List<(TCall Call, CallTurn<TAnswer?> Turn)>();
            while (lot.Count < mostInOne && waiting.TryDequeue(out var one))
            {
                if (one.Turn.TryBegin())
                {
                    lot.Add(one);
                }
            }

            carrying -= lot.Count == 0 ? 1 : 0;
            return lot;
        }
    }
}
