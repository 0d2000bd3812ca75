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

        if (await JobStatements.FindAsync(scope, newJob.Job.Id).ConfigureAwait(false) is not null)
        {
            throw new InvalidOperationException($"There is a job {newJob.Job.Id} already.");
        }

        return new CreateJobResult.Created(new StoredJob(newJob.Job, await JobStatements.InsertAsync(scope, newJob, columns).ConfigureAwait(false)));
    }

    private static async Task<CreateJobResult?> ExistingAsync(PostgreSqlScope scope, JobReader rows, NewJob newJob)
    {
        var request = newJob.Job.Request;
        if (request.IdempotencyKey is not { } key || await JobStatements.FindFingerprintAsync(scope, request.Tenant, key).ConfigureAwait(false) is not { } fingerprint)
        {
            return null;
        }

        var row = (await JobStatements.FindByKeyAsync(scope, request.Tenant, key).ConfigureAwait(false))!;
        return fingerprint == newJob.Fingerprint ? new CreateJobResult.Exists(rows.Read(row)!) : new CreateJobResult.Conflict(row.Id, fingerprint, newJob.Fingerprint);
    }
}
