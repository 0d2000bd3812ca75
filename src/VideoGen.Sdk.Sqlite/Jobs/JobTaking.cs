using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Taking a job over, within one write transaction: no other process sees a step of it.</summary>
internal static class JobTaking
{
    public static TakeResult Take(SqliteScope scope, JobReader rows, string jobId, string ownerId, bool reopenFailed)
    {
        OwnerStatements.MustBeAlive(scope, ownerId);
        if (JobStatements.Find(scope, jobId) is not { } row)
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
            var left = OwnerStatements.LeaseLeft(scope, former);
            if (former == ownerId || left > TimeSpan.Zero)
            {
                return new TakeResult.Owned(former, left);
            }

            OwnerStatements.DeclareDead(scope, former);
            died = true;
        }

        return new TakeResult.Taken(Give(scope, row, stored, ownerId, died));
    }

    /// <summary>Gives a job that nobody alive holds to an owner who is.</summary>
    public static StoredJob Give(SqliteScope scope, JobRow row, StoredJob stored, string ownerId, bool formerDied)
    {
        var diedExecuting = formerDied && stored.Job.State == VideoState.Running && row.Stamp.Version == row.TakenVersion;
        var stamp = row.Stamp with { OwnerId = ownerId, Epoch = row.Stamp.Epoch + 1, Adoptions = diedExecuting ? row.Stamp.Adoptions + 1 : 0 };
        JobStatements.Give(scope, row, stamp);
        return stored with { Stamp = stamp };
    }
}
