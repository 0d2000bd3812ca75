using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Making a job, or finding the one that has its key, within one write transaction: the store's or the caller's own.</summary>
internal static class JobMaking
{
    public static async Task<CreateJobResult> MakeAsync(PostgreSqlScope scope, JobReader rows, NewJob newJob, (string, object?)[] columns)
    {
        if (await ExistingAsync(scope, rows, newJob).ConfigureAwait(false) is { } existing)
        {
            return existing;
        }

        if (newJob.OwnerId is { } ownerId)
        {
            await OwnerStatements.LockAliveAsync(scope, ownerId).ConfigureAwait(false);
        }

        if (await JobStatements.IsThereAsync(scope, newJob.Job.Id).ConfigureAwait(false))
        {
            throw Known(newJob.Job.Id);
        }

        return new CreateJobResult.Created(new StoredJob(newJob.Job, await JobStatements.InsertAsync(scope, newJob, columns).ConfigureAwait(false)));
    }

    /// <summary>Whether nothing has to be looked up before the job is made.</summary>
    public static bool IsPlain(NewJob newJob) => newJob is { OwnerId: null, Job.Request.IdempotencyKey: null };

    /// <summary>Makes plain jobs in the first exchange of a transaction.</summary>
    public static async Task<List<CreateJobResult>> MakePlainAsync(PostgreSqlScope scope, IReadOnlyList<(NewJob NewJob, (string, object?)[] Columns)> wanted)
    {
        var exchange = scope.Begin();
        var made = wanted.Select(one => JobStatements.Insert(exchange, one.NewJob.Job, one.Columns)).ToList();
        await exchange.RunAsync().ConfigureAwait(false);
        var known = made.FindIndex(ids => ids.Count == 0);
        return known < 0
            ? [.. wanted.Select(one => new CreateJobResult.Created(new StoredJob(one.NewJob.Job, new JobStamp(Version: 1, OwnerId: null, Epoch: 0, Adoptions: 0))))]
            : throw Known(wanted[known].NewJob.Job.Id);
    }

    private static InvalidOperationException Known(string jobId) => new($"There is a job {jobId} already.");

    private static async Task<CreateJobResult?> ExistingAsync(PostgreSqlScope scope, JobReader rows, NewJob newJob)
    {
        var request = newJob.Job.Request;
        if (request.IdempotencyKey is not { } key || await KeyStatements.FindAsync(scope, request.Tenant, key).ConfigureAwait(false) is not { } known)
        {
            return null;
        }

        // The caller's own transaction has no time of ours; the statement asks for it.
        if (known is { IsSettled: true, ExpiresAt: { } expiresAt } && await scope.AnyAsync("SELECT 1 WHERE videogen_now() >= @expires", ("expires", expiresAt)).ConfigureAwait(false))
        {
            await KeyStatements.FreeAsync(scope, request.Tenant, key, known.JobId).ConfigureAwait(false);
            return null;
        }

        if (known.Fingerprint != newJob.Fingerprint)
        {
            return new CreateJobResult.Conflict(known.JobId, known.Fingerprint, newJob.Fingerprint);
        }

        // Forgotten since the key was read: the key went with the job, so the second look finds it free.
        return rows.Read(await JobStatements.FindAsync(scope, known.JobId).ConfigureAwait(false)) is { } stored
            ? new CreateJobResult.Exists(stored)
            : await ExistingAsync(scope, rows, newJob).ConfigureAwait(false);
    }
}
