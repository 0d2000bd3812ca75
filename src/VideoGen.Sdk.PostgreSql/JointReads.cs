namespace VideoGen.Sdk.PostgreSql;

/// <summary>Short reads of this process, each a statement of its own: those that wait while others are on their way are asked in one exchange. Every answer was read after it was asked for. Safe for use by many threads at once.</summary>
internal sealed class JointReads
{
    // A second one, so that a question which hangs does not hold up every job of the process.
    private const int Carriers = 2;
    private const int MostInOne = 64;

    private readonly JointCalls<Action<PostgreSqlExchange>, object> calls;
    private readonly Func<IReadOnlyList<Action<PostgreSqlExchange>>, CancellationToken, Task> askAsync;

    /// <param name="askAsync">Asks all of these in one exchange.</param>
    public JointReads(Func<IReadOnlyList<Action<PostgreSqlExchange>>, CancellationToken, Task> askAsync)
    {
        this.askAsync = askAsync;
        calls = new(Carriers, MostInOne, CarryAsync);
    }

    /// <summary>The rows that one statement answers with.</summary>
    public async Task<List<T>> AskAsync<T>(Func<PostgreSqlExchange, List<T>> question, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        if (await calls.CallAsync(Ask, cancellationToken).ConfigureAwait(false) is null)
        {
            await askAsync([Ask], cancellationToken).ConfigureAwait(false);
        }

        return rows;

        void Ask(PostgreSqlExchange exchange) => rows = question(exchange);
    }

    private async Task<IReadOnlyList<object?>> CarryAsync(List<Action<PostgreSqlExchange>> questions)
    {
        await askAsync(questions, CancellationToken.None).ConfigureAwait(false);
        return questions;
    }
}
