using System.Text.Json;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Taking what may run now, within one write transaction: no other process sees a step of it.</summary>
internal static class JobClaiming
{
    public static List<StoredJob> Claim(SqliteScope scope, JobReader rows, JobClaim claim, bool canDecrypt)
    {
        var pauses = Prepare(scope, claim.OwnerId);
        var filter = ClaimFilter.Of(claim, pauses, canDecrypt);
        var lanes = ClaimStatements.Lanes(scope);
        // Who has how much decides only between tenants.
        var inHand = lanes.Exists(lane => lane.Tenant != lanes[0].Tenant) ? ClaimStatements.InHand(scope) : new(StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var claimed = new List<StoredJob>();
        foreach (var rank in lanes.GroupBy(lane => lane.Rank).OrderBy(rank => rank.Key).TakeWhile(_ => claimed.Count < claim.Max).Where(rank => !ClaimOrder.IsPaused(rank.Key, null, pauses)))
        {
            var left = claim.Max - claimed.Count;
            var candidates = rank.SelectMany(lane => ClaimStatements.Oldest(scope, lane, filter, left));
            claimed.AddRange(ClaimOrder.Choose(candidates, inHand, claim, taken, scope.Now, left).Select(id => Take(scope, rows, id, claim.OwnerId)).OfType<StoredJob>());
        }

        return claimed;
    }

    private static List<QueuePause> Prepare(SqliteScope scope, string ownerId)
    {
        var outlook = ClaimStatements.Look(scope, ownerId);
        if (!outlook.IsAlive)
        {
            OwnerStatements.MustBeAlive(scope, ownerId);
        }

        if (outlook.HasLapsed)
        {
            ClaimStatements.FreeOrphans(scope, ownerId);
        }

        if (outlook.HasDue || outlook.HasLapsed)
        {
            ClaimStatements.MakeDueReady(scope);
        }

        return outlook.HasPauses ? PauseStatements.All(scope) : [];
    }

    private static StoredJob? Take(SqliteScope scope, JobReader rows, string jobId, string ownerId)
    {
        try
        {
            // An owner that retired has left no name behind; one that is named on a free job has died.
            return JobStatements.Find(scope, jobId) is { } row ? JobTaking.Give(scope, row, rows.Read(row)!, ownerId, formerDied: row.Stamp.OwnerId is not null) : null;
        }
        catch (StoreException exception) when (exception.InnerException is JsonException)
        {
            ClaimStatements.Park(scope, jobId, exception.Message);
        }
        catch (StoreException)
        {
            ClaimStatements.PutOff(scope, jobId);
        }

        return null;
    }
}
