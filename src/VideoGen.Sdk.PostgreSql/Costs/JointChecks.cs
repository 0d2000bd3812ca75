using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.PostgreSql.Costs;

/// <summary>Dry checks of this process: those that wait while another is on its way see one state of the ledger together. Safe for use by many threads at once.</summary>
internal sealed class JointChecks
{
    private const int Carriers = 2;
    private const int MostInOne = 32;

    private readonly PostgreSqlDatabase database;
    private readonly JointCalls<IReadOnlyList<HoldRequest>, IReadOnlyList<IReadOnlyList<LimitRefusal>>> calls;

    public JointChecks(PostgreSqlDatabase database)
    {
        this.database = database;
        calls = new(Carriers, MostInOne, async lot => await CheckAsync(lot, CancellationToken.None).ConfigureAwait(false));
    }

    /// <summary>What stands in each request's way, in their order.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<LimitRefusal>>> CheckAsync(IReadOnlyList<HoldRequest> requests, CancellationToken cancellationToken) =>
        await calls.CallAsync(requests, cancellationToken).ConfigureAwait(false) ?? (await CheckAsync([requests], cancellationToken).ConfigureAwait(false))[0];

    private Task<List<IReadOnlyList<IReadOnlyList<LimitRefusal>>>> CheckAsync(List<IReadOnlyList<HoldRequest>> lot, CancellationToken cancellationToken) => database.SnapshotAsync(
        async sql =>
        {
            HoldRequest[] requests = [.. lot.SelectMany(asked => asked)];
            var (look, exchange) = (new LimitLook(requests, sql.Now), sql.Exchange());
            PlanByIndex.Add(exchange);
            var held = LineTable.Find(exchange, [.. requests.Select(request => request.Key).Distinct()]);
            look.Ask(exchange);
            await exchange.RunAsync().ConfigureAwait(false);
            var known = held.Select(row => row.Line.Key).ToHashSet();
            var answers = new List<IReadOnlyList<IReadOnlyList<LimitRefusal>>>(lot.Count);
            foreach (var asked in lot)
            {
                var answer = new List<IReadOnlyList<LimitRefusal>>(asked.Count);
                foreach (var request in asked)
                {
                    answer.Add(known.Contains(request.Key) ? [] : await LimitCheck.RunAsync(sql, request, look, isWriting: false).ConfigureAwait(false));
                }

                answers.Add(answer);
            }

            return answers;
        },
        cancellationToken);
}
