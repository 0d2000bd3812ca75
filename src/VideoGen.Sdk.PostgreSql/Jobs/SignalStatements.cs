using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>job_signals</c>.</summary>
internal static class SignalStatements
{
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

    public static async Task<JobSignals> OfAsync(PostgreSqlScope scope, string jobId) => await scope.FirstAsync(
        "SELECT cancel_asked_at, woken_at FROM job_signals WHERE job_id = @id",
        row => new JobSignals { CancelAskedAt = row.TimeOrNull("cancel_asked_at"), WokenAt = row.TimeOrNull("woken_at") },
        ("id", jobId)).ConfigureAwait(false) ?? new JobSignals();

    public static async Task<IReadOnlyDictionary<string, JobSignals>> OfAsync(PostgreSqlScope scope, IReadOnlyCollection<string> jobIds)
    {
        var found = await scope.AllAsync(
            "SELECT job_id, cancel_asked_at, woken_at FROM job_signals WHERE job_id = ANY(@ids)",
            row => (JobId: row.Text("job_id"), Signals: new JobSignals { CancelAskedAt = row.TimeOrNull("cancel_asked_at"), WokenAt = row.TimeOrNull("woken_at") }),
            ("ids", jobIds.ToArray())).ConfigureAwait(false);
        return found.ToDictionary(row => row.JobId, row => row.Signals, StringComparer.Ordinal);
    }
}
