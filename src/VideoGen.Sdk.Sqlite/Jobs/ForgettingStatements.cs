namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements that erase a job. Its row stays, empty, for the money that the view shows and so that its id is never given again.</summary>
internal static class ForgettingStatements
{
    private static readonly string[] Rest =
    [
        "DELETE FROM job_keys WHERE job_id = $id",
        "DELETE FROM job_signals WHERE job_id = $id",
        "DELETE FROM job_inputs WHERE job_id = $id",
        "DELETE FROM callbacks WHERE job_id = $id",
        "UPDATE submission_intents SET content = x'', content_protected = 0, idempotency_key = NULL, is_replayable = 0 WHERE job_id = $id",
        "UPDATE submission_outcomes SET failure = NULL WHERE job_id = $id",
    ];

    public static bool Forget(SqliteScope scope, string jobId, string? ownerId)
    {
        var isErased = scope.Execute(
            """
            UPDATE jobs SET state = 'Forgotten', payload = x'', payload_protected = 0, prompt = NULL, video_path = NULL, error = NULL, due_at = NULL, ready_at = NULL, is_ready = 0,
                owner_id = NULL, is_free = 1, version = version + 1
            WHERE id = $id AND state IN ('Succeeded', 'Failed', 'Cancelled', 'Parked') AND (owner_id IS NULL OR owner_id = $owner)
            """,
            ("id", jobId),
            ("owner", ownerId)) == 1;
        foreach (var statement in Rest.Where(_ => isErased))
        {
            scope.Execute(statement, ("id", jobId));
        }

        return isErased;
    }

    public static bool IsForgotten(SqliteScope scope, string jobId) => scope.Any("SELECT 1 FROM jobs WHERE id = $id AND state = 'Forgotten'", ("id", jobId));

    public static bool IsInputUsed(SqliteScope scope, string assetId, IReadOnlyCollection<string> exceptJobIds) =>
        scope.All("SELECT job_id FROM job_inputs WHERE asset_id = $asset", row => row.Text("job_id"), ("asset", assetId)).Exists(jobId => !exceptJobIds.Contains(jobId));
}
