using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Statements on <c>job_keys</c>.</summary>
internal static class KeyStatements
{
    /// <summary>Who has the key; null when nobody has it any more.</summary>
    public static KnownKey? Find(SqliteScope scope, string? tenant, string key) => scope.First(
        """
        SELECT job_keys.job_id, fingerprint, expires_at, state IN ('Succeeded', 'Failed', 'Cancelled') AND unverified_micro_usd = 0 AS is_settled
        FROM job_keys JOIN jobs ON jobs.id = job_keys.job_id WHERE job_keys.tenant = $tenant AND key = $key
        """,
        row => new KnownKey(row.Text("job_id"), row.Text("fingerprint"), row.TimeOrNull("expires_at"), row.Truth("is_settled")),
        ("tenant", tenant ?? ""),
        ("key", key)) is { } known && !known.IsFreeAt(scope.Now) ? known : null;

    /// <summary>Gives the key to the job. Whoever has it still was asked for before.</summary>
    public static void Add(SqliteScope scope, NewJob newJob)
    {
        if (newJob.Job.Request.IdempotencyKey is { } key)
        {
            scope.Execute(
                "INSERT OR REPLACE INTO job_keys (tenant, key, job_id, fingerprint, expires_at) VALUES ($tenant, $key, $job, $fingerprint, $expires)",
                ("tenant", newJob.Job.Request.Tenant ?? ""),
                ("key", key),
                ("job", newJob.Job.Id),
                ("fingerprint", newJob.Fingerprint),
                ("expires", scope.Now + newJob.KeyLifetime));
        }
    }
}
