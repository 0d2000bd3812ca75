using System.Text.Json;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Sqlite.Jobs;

/// <summary>Taking what may run now, within one write transaction: no other process sees a step of it.</summary>
internal static class JobClaiming
{
    private static readonly VideoPriority[] Priorities = [VideoPriority.Urgent, VideoPriority.High, VideoPriority.Normal, VideoPriority.Low];

    public static List<StoredJob> Claim(SqliteScope scope, JobReader rows, JobClaim claim, bool canDecrypt)
    {
        OwnerStatements.MustBeAlive(scope, claim.OwnerId);
        ClaimStatements.FreeOrphans(scope, claim.OwnerId);
        ClaimStatements.MakeDueReady(scope);
        var pauses = PauseStatements.All(scope);
        var filter = ClaimFilter.Of(claim, pauses, canDecrypt);
        var inHand = ClaimStatements.InHand(scope);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var claimed = new List<StoredJob>();
        for (var rank = ClaimOrder.Finished; rank <= ClaimOrder.NotBegun && claimed.Count < claim.Max; rank++)
        {
            if (ClaimOrder.IsPaused(rank, null, pauses))
            {
                continue;
            }

            var left = claim.Max - claimed.Count;
            var candidates = ClaimStatements.Tenants(scope, rank)
                .SelectMany(tenant => Priorities.SelectMany(priority => ClaimStatements.Oldest(scope, rank, tenant, priority, filter, left)));
            claimed.AddRange(ClaimOrder.Choose(candidates, inHand, claim, taken, scope.Now, left).Select(id => Take(scope, rows, id, claim.OwnerId)).OfType<StoredJob>());
        }

        return claimed;
    }

    private static StoredJob? Take(SqliteScope scope, JobReader rows, string jobId, string ownerId)
    {
        try
        {
            return JobTaking.Take(scope, rows, jobId, ownerId, reopenFailed: false) is TakeResult.Taken taken ? taken.Stored : null;
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
