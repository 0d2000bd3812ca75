using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements on <c>job_signals</c>.</summary>
internal static class SignalStatements
{
    public static bool Add(SqliteScope scope, string jobId, JobSignalKind kind)
    {
        if (!scope.Any("SELECT 1 FROM jobs WHERE id = $id AND state <> 'Forgotten'", ("id", jobId)))
        {
            return false;
        }

        var signals = Of(scope, jobId).With(kind, scope.Now);
        scope.Execute(
            """
            INSERT INTO job_signals (job_id, cancel_asked_at, woken_at) VALUES ($id, $cancel, $woken)
            ON CONFLICT (job_id) DO UPDATE SET cancel_asked_at = excluded.cancel_asked_at, woken_at = excluded.woken_at
            """,
            ("id", jobId),
            ("cancel", signals.CancelAskedAt),
            ("woken", signals.WokenAt));
        scope.Execute("UPDATE jobs SET is_ready = 1 WHERE id = $id AND ready_at IS NOT NULL", ("id", jobId));
        return true;
    }

    public static JobSignals Of(SqliteScope scope, string jobId) => scope.First(
        "SELECT cancel_asked_at, woken_at FROM job_signals WHERE job_id = $id",
        row => new JobSignals { CancelAskedAt = row.TimeOrNull("cancel_asked_at"), WokenAt = row.TimeOrNull("woken_at") },
        ("id", jobId)) ?? new JobSignals();
}
