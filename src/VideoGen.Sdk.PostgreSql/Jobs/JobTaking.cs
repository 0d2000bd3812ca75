using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Taking a job over, within one write transaction. Locks are won in one order, job before owner, as everywhere.</summary>
internal static class JobTaking
{
    public static async Task<TakeResult> TakeAsync(PostgreSqlScope scope, JobReader rows, string jobId, string ownerId, bool reopenFailed)
    {
        await OwnerStatements.MustBeAliveAsync(scope, ownerId).ConfigureAwait(false);
        if (await JobStatements.LockAsync(scope, jobId).ConfigureAwait(false) is not { } row)
        {
            return new TakeResult.NotFound();
        }

        if (row.IsOfNewerRelease)
        {
            return new TakeResult.NewerRelease(row.PayloadVersion);
        }

        var stored = rows.Read(row)!;
        if (row.IsEnded && !(reopenFailed && stored.Job.State == VideoState.Failed))
        {
            return new TakeResult.Ended(stored);
        }

        var died = false;
        if (row.Stamp.OwnerId is { } former)
        {
            var left = await OwnerStatements.LockLeaseLeftAsync(scope, former).ConfigureAwait(false);
            if (former == ownerId || left > TimeSpan.Zero)
            {
                return new TakeResult.Owned(former, left);
            }

            await OwnerStatements.DeclareDeadAsync(scope, former).ConfigureAwait(false);
            died = true;
        }

        var diedExecuting = died && stored.Job.State == VideoState.Running && row.Stamp.Version == row.TakenVersion;
        var stamp = row.Stamp with { OwnerId = ownerId, Epoch = row.Stamp.Epoch + 1, Adoptions = diedExecuting ? row.Stamp.Adoptions + 1 : 0 };
        await OwnerStatements.LockAliveAsync(scope, ownerId).ConfigureAwait(false);
        await JobStatements.GiveAsync(scope, row, stamp).ConfigureAwait(false);
        return new TakeResult.Taken(stored with { Stamp = stamp });
    }
}
