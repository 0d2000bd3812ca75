using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

internal sealed partial class SqliteJobStore
{
    public async Task<IReadOnlyList<StoredJob>> ClaimAsync(JobClaim claim, CancellationToken cancellationToken = default)
    {
        var claimed = new List<StoredJob>();
        return await database.WriteAsync(
            scope => claimed = JobClaiming.Claim(scope, rows, claim, bytes.IsProtecting),
            scope => claimed.TrueForAll(job => JobStatements.Find(scope, job.Job.Id)?.Stamp == job.Stamp),
            cancellationToken).ConfigureAwait(false);
    }

    public Task<DateTimeOffset?> NextDueAsync(string ownerId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(scope => ClaimStatements.NextDue(scope, ownerId), cancellationToken);

    public Task PauseAsync(string? provider, CancellationToken cancellationToken = default) =>
        database.WriteAsync(scope => PauseStatements.Add(scope, provider), scope => PauseStatements.All(scope).Exists(pause => pause.Provider == provider), cancellationToken);

    public Task ResumeAsync(string? provider, CancellationToken cancellationToken = default) => changes.RingAfterAsync(database.WriteAsync(
        scope => PauseStatements.Remove(scope, provider),
        scope => !PauseStatements.All(scope).Exists(pause => pause.Provider == provider),
        cancellationToken));

    public async Task<IReadOnlyList<QueuePause>> GetPausesAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(PauseStatements.All, cancellationToken).ConfigureAwait(false);

    public Task<long> WaitForChangeAsync(long after, CancellationToken cancellationToken = default) => changes.WaitAsync(after, cancellationToken);
}
