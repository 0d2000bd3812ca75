using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements about outcomes that this process records: those that wait while others are on their way share the exchanges and the commit. Safe for use by many threads at once.</summary>
internal sealed class JointOutcomes
{
    private const int Carriers = 2;
    private const int MostInOne = 64;

    private readonly PostgreSqlDatabase database;
    private readonly JointCalls<SubmissionRecord, RecordedOutcome> calls;

    public JointOutcomes(PostgreSqlDatabase database)
    {
        this.database = database;
        calls = new(Carriers, MostInOne, async lot => await WriteAsync(lot, CancellationToken.None).ConfigureAwait(false));
    }

    public async Task<RecordedOutcome> RecordAsync(SubmissionRecord record, CancellationToken cancellationToken) =>
        await calls.CallAsync(record, cancellationToken).ConfigureAwait(false) ?? (await WriteAsync([record], cancellationToken).ConfigureAwait(false))[0];

    private Task<List<RecordedOutcome>> WriteAsync(List<SubmissionRecord> lot, CancellationToken cancellationToken)
    {
        SubmissionRecord? last = null;
        return database.WriteAtOnceAsync(
            async scope =>
            {
                var exchange = scope.Begin();
                PlanByIndex.Add(exchange);
                OutcomeStatements.Lock(exchange, lot.Select(record => (record.JobId, record.Attempt)));
                var earlier = lot.Select(record => (record.JobId, record.Attempt)).Distinct().ToDictionary(attempt => attempt, attempt => OutcomeStatements.Of(exchange, attempt.JobId, attempt.Attempt));
                await exchange.RunAsync().ConfigureAwait(false);
                (exchange, last) = (scope.Exchange(), null);
                var recorded = new List<RecordedOutcome>(lot.Count);
                foreach (var record in lot)
                {
                    var known = earlier[(record.JobId, record.Attempt)];
                    // The time and the amount as the column will give them back.
                    var stamped = record with { At = scope.Now, EstimateUsd = record.EstimateUsd is { } usd ? decimal.Ceiling(usd * 1_000_000m) / 1_000_000m : null };
                    recorded.Add(RecordedOutcome.After(known, stamped));
                    if (!known.Exists(record.SaysTheSameAs))
                    {
                        OutcomeStatements.Insert(exchange, stamped);
                        known.Add(stamped);
                        last = record;
                    }
                }

                await exchange.RunAsync().ConfigureAwait(false);
                return recorded;
            },
            async scope => last is null || await OutcomeStatements.IsThereAsync(scope, last).ConfigureAwait(false),
            cancellationToken);
    }
}
