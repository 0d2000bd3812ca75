using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>job_signals</c>.</summary>
internal static class SignalStatements
{
    private const string One = "SELECT cancel_asked_at, woken_at FROM job_signals WHERE job_id = @id";

    /// <summary>Whether there is such a job.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="kind">What is signalled.</param>
    /// <param name="woken">Told of the job when it became ready by this.</param>
    public static async Task<bool> AddAsync(PostgreSqlScope scope, string jobId, JobSignalKind kind, Action<LaneRow> woken)
    {
        if (!await scope.AnyAsync("SELECT 1 FROM jobs WHERE id = @id AND state <> 'Forgotten'", ("id", jobId)).ConfigureAwait(false))
        {
            return false;
        }

        await scope.LockAsync($"signals/{jobId}").ConfigureAwait(false);
        var signals = (await OfAsync(scope, jobId).ConfigureAwait(false)).With(kind, scope.Now);
        await scope.ExecuteAsync(
            """
            INSERT INTO job_signals (job_id, cancel_asked_at, woken_at) VALUES (@id, @cancel, @woken)
            ON CONFLICT (job_id) DO UPDATE SET cancel_asked_at = excluded.cancel_asked_at, woken_at = excluded.woken_at
            """,
            ("id", jobId),
            ("cancel", signals.CancelAskedAt),
            ("woken", signals.WokenAt)).ConfigureAwait(false);
        var ready = await scope.AllAsync(
            "UPDATE jobs_open SET is_ready = true WHERE id = @id AND ready_at IS NOT NULL AND NOT is_ready RETURNING claim_rank, coalesce(tenant, '') AS tenant, priority, id, start_at",
            LaneRow.From,
            ("id", jobId)).ConfigureAwait(false);
        ready.ForEach(woken);
        return true;
    }

    public static async Task<JobSignals> OfAsync(PostgreSqlScope scope, string jobId) => await scope.FirstAsync(One, Read, ("id", jobId)).ConfigureAwait(false) ?? new JobSignals();

    /// <summary>The signals left for a job; without an answer when none were.</summary>
    public static List<JobSignals> Of(PostgreSqlExchange exchange, string jobId) => exchange.Add(One, Read, ("id", jobId));

    /// <summary>The signals left for these jobs; a job for which none were left is missing.</summary>
    public static List<(string JobId, JobSignals Signals)> Of(PostgreSqlExchange exchange, IEnumerable<string> jobIds) => exchange.Add(
        "SELECT job_id, cancel_asked_at, woken_at FROM job_signals WHERE job_id = ANY (@ids)", row => (row.Text("job_id"), Read(row)), ("ids", jobIds.ToArray()));

    private static JobSignals Read(PostgreSqlRow row) => new() { CancelAskedAt = row.TimeOrNull("cancel_asked_at"), WokenAt = row.TimeOrNull("woken_at") };
}
