using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Statements on <c>job_keys</c>.</summary>
internal static class KeyStatements
{
    /// <summary>Who has or had the key, its time not looked at.</summary>
    public static Task<KnownKey?> FindAsync(PostgreSqlScope scope, string? tenant, string key) => scope.FirstAsync(
        """
        SELECT job_keys.job_id, fingerprint, expires_at, state IN ('Succeeded', 'Failed', 'Cancelled') AND unverified_usd = 0 AS is_settled
        FROM job_keys JOIN jobs ON jobs.id = job_keys.job_id WHERE job_keys.tenant = @tenant AND key = @key
        """,
        row => new KnownKey(row.Text("job_id"), row.Text("fingerprint"), row.TimeOrNull("expires_at"), row.Truth("is_settled")),
        ("tenant", tenant ?? ""),
        ("key", key));

    /// <summary>Takes a key whose time has passed from the job that had it. Of two who do so at once, one gives it on.</summary>
    public static Task FreeAsync(PostgreSqlScope scope, string? tenant, string key, string jobId) =>
        scope.ExecuteAsync("DELETE FROM job_keys WHERE tenant = @tenant AND key = @key AND job_id = @job", ("tenant", tenant ?? ""), ("key", key), ("job", jobId));

    public static Task AddAsync(PostgreSqlScope scope, NewJob newJob) => newJob.Job.Request.IdempotencyKey is not { } key ? Task.CompletedTask : scope.ExecuteAsync(
        "INSERT INTO job_keys (tenant, key, job_id, fingerprint, expires_at) VALUES (@tenant, @key, @job, @fingerprint, videogen_now() + @lifetime::interval)",
        ("tenant", newJob.Job.Request.Tenant ?? ""),
        ("key", key),
        ("job", newJob.Job.Id),
        ("fingerprint", newJob.Fingerprint),
        ("lifetime", newJob.KeyLifetime));
}
