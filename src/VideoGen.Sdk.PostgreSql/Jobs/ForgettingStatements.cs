namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements that erase a job. Its row stays, empty, for the money that the view shows and so that its id is never given again.</summary>
internal static class ForgettingStatements
{
    private static readonly string[] Rest =
    [
        "DELETE FROM job_keys WHERE job_id = ANY (@ids)",
        "DELETE FROM job_signals WHERE job_id = ANY (@ids)",
        "DELETE FROM job_inputs WHERE job_id = ANY (@ids)",
        "DELETE FROM callbacks WHERE job_id = ANY (@ids)",
        "UPDATE submission_intents SET content = '', content_protected = false, idempotency_key = NULL, is_replayable = false WHERE job_id = ANY (@ids)",
        "UPDATE submission_outcomes SET failure = NULL WHERE job_id = ANY (@ids)",
    ];

    public static async Task<List<string>> ForgetAsync(PostgreSqlScope scope, IReadOnlyCollection<string> jobIds, string? ownerId)
    {
        var erased = await scope.AllAsync(
            """
            UPDATE jobs SET state = 'Forgotten', is_ended = true, payload = '', payload_protected = false, prompt = NULL, video_path = NULL, error = NULL, due_at = NULL, ready_at = NULL,
                is_ready = false, owner_id = NULL, is_free = true, version = version + 1
            WHERE id = ANY (@ids) AND state IN ('Succeeded', 'Failed', 'Cancelled', 'Parked') AND (owner_id IS NULL OR owner_id = @owner)
            RETURNING id
            """,
            row => row.Text("id"),
            ("ids", jobIds.Order(StringComparer.Ordinal).ToArray()),
            ("owner", ownerId)).ConfigureAwait(false);
        foreach (var statement in Rest.Where(_ => erased.Count > 0))
        {
            await scope.ExecuteAsync(statement, ("ids", erased.ToArray())).ConfigureAwait(false);
        }

        return erased;
    }

    public static async Task<bool> AreForgottenAsync(PostgreSqlScope scope, IReadOnlyCollection<string> jobIds) =>
        !await scope.AnyAsync("SELECT 1 FROM jobs WHERE id = ANY (@ids) AND state <> 'Forgotten'", ("ids", jobIds.ToArray())).ConfigureAwait(false);

    public static Task<bool> IsInputUsedAsync(PostgreSqlScope scope, string assetId, IReadOnlyCollection<string> exceptJobIds) => scope.AnyAsync(
        "SELECT 1 FROM job_inputs WHERE asset_id = @asset AND job_id <> ALL (@except)", ("asset", assetId), ("except", exceptJobIds.ToArray()));
}
