using Npgsql;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

internal sealed partial class PostgreSqlJobStore
{
    public Task<IReadOnlyList<StoredJob>> ClaimAsync(JobClaim claim, CancellationToken cancellationToken = default) => claims.ClaimAsync(claim, cancellationToken);

    public async Task<DateTimeOffset?> NextDueAsync(string ownerId, CancellationToken cancellationToken = default)
    {
        var (due, now) = (await database.AskAsync(exchange => ClaimStatements.NextDue(exchange, ownerId, floors.DueFrom), cancellationToken).ConfigureAwait(false))[0];
        return floors.UntilFull(database.Changes.Mark) is { } left && !(due < now + left) ? now + left : due;
    }

    public Task PauseAsync(string? provider, CancellationToken cancellationToken = default) =>
        database.WriteAsync(scope => PauseStatements.AddAsync(scope, provider), scope => PauseStatements.IsThereAsync(scope, provider), cancellationToken);

    public Task ResumeAsync(string? provider, CancellationToken cancellationToken = default) => RingAfterAsync(
        database.WriteAsync(
            scope => PauseStatements.RemoveAsync(scope, provider),
            async scope => !await PauseStatements.IsThereAsync(scope, provider).ConfigureAwait(false),
            cancellationToken),
        floors.Forget);

    public async Task<IReadOnlyList<QueuePause>> GetPausesAsync(CancellationToken cancellationToken = default) =>
        PauseStatements.InOrder(await database.AskAsync(PauseStatements.All, cancellationToken).ConfigureAwait(false));

    public Task<long> WaitForChangeAsync(long after, CancellationToken cancellationToken = default) => database.Changes.WaitAsync(after, cancellationToken);

    /// <summary>Makes the job within the caller's transaction; others hear of it when that is committed.</summary>
    public Task<CreateJobResult> JoinAsync(NewJob newJob, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var columns = JobColumns.Of(newJob.Job, bytes, NewWriteId());
        return database.JoinAsync(
            transaction,
            async scope =>
            {
                var result = await JobMaking.MakeAsync(scope, rows, newJob, columns).ConfigureAwait(false);
                await database.Changes.TellAtCommitAsync(scope).ConfigureAwait(false);
                return result;
            },
            cancellationToken);
    }

    public Task<string?> FindServerChangeAsync(CancellationToken cancellationToken) => database.ReadAsync(ServerStatements.FindChangeAsync, cancellationToken);

    public Task<bool> ConfirmServerAsync(CancellationToken cancellationToken) => RingAfterAsync(
        database.WriteAsync(ServerStatements.ConfirmAsync, async scope => await ServerStatements.FindChangeAsync(scope).ConfigureAwait(false) is null, cancellationToken),
        floors.Forget);

    private async Task<IReadOnlyList<StoredJob>> ClaimNowAsync(JobClaim claim, CancellationToken cancellationToken)
    {
        var claimed = new List<StoredJob>();
        var (look, foundMore, isCommitted) = (default(ClaimLook), false, false);
        try
        {
            var result = await database.WriteAtOnceAsync(
                async scope =>
                {
                    // Run again after a collision, it looks again.
                    End(look, isCommitted: false);
                    look = floors.Begin(database.Changes.Mark);
                    var claiming = new JobClaiming(scope, rows, claim, look);
                    claimed = await claiming.ClaimAsync(bytes.IsProtecting).ConfigureAwait(false);
                    foundMore = claiming.FoundMore;
                    return claimed;
                },
                async scope => claimed.Count == 0 || (await JobStatements.FindAsync(scope, claimed[0].Job.Id).ConfigureAwait(false))?.Stamp == claimed[0].Stamp,
                cancellationToken).ConfigureAwait(false);
            isCommitted = true;
            return result;
        }
        finally
        {
            End(look, isCommitted);
            if (isCommitted && foundMore)
            {
                database.Changes.TellOthers();
            }
        }
    }

    private void End(ClaimLook? look, bool isCommitted)
    {
        if (look is not null)
        {
            floors.End(look, isCommitted);
        }
    }

    private async Task<T> RingAfterAsync<T>(Task<T> write, Action isWritten)
    {
        var result = await write.ConfigureAwait(false);
        isWritten();
        database.Changes.Ring();
        return result;
    }

    /// <summary>Tells of a job that has no owner now, once the write is durable.</summary>
    private async Task<T> RingAfterAsync<T>(Task<T> write, bool isFree, VideoJob job)
    {
        var result = await write.ConfigureAwait(false);
        if (isFree)
        {
            floors.Came(job);
            database.Changes.Ring();
        }

        return result;
    }
}
