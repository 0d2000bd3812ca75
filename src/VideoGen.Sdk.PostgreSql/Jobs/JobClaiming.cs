using System.Text.Json;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>Taking what may run now, within one write transaction. It waits for no row that another claim has locked.</summary>
internal sealed class JobClaiming(PostgreSqlScope scope, JobReader rows, JobClaim claim, ClaimLook look)
{
    // Each round passes by what others were just taking; so many others at once there are not.
    private const int Rounds = 32;

    private readonly List<StoredJob> claimed = [];
    private readonly HashSet<string> passed = [];

    /// <summary>Whether jobs became ready beyond those taken, so that others should look too.</summary>
    public bool FoundMore { get; private set; }

    public async Task<List<StoredJob>> ClaimAsync(bool canDecrypt)
    {
        look.Starts();
        var filter = ClaimFilter.Expected(claim, look.Filter, canDecrypt);
        look.Under(filter);
        var begun = await ClaimStatements.BeginAsync(scope, claim, look, filter).ConfigureAwait(false) ?? throw OwnerStatements.Ended(claim.OwnerId);
        var found = await ReadyAsync(begun.Outlook, filter, canDecrypt).ConfigureAwait(false) ? begun.Oldest : null;
        look.DueUpTo = scope.Now;
        for (var round = 0; round < Rounds && claimed.Count < claim.Max && await TakeRoundAsync(found).ConfigureAwait(false); round++)
        {
            found = null;
        }

        return claimed;
    }

    /// <summary>Sees to what comes first. Whether nothing of that changed what may be taken, so that what was found already is right.</summary>
    private async Task<bool> ReadyAsync(ClaimOutlook outlook, ClaimFilter expected, bool canDecrypt)
    {
        var dueFrom = look.DueFrom;
        FoundMore = outlook.HasLapsed && await OwnerStatements.SweepAsync(scope, claim.OwnerId).ConfigureAwait(false) is { Count: > 0 } freed && Note(freed);
        if (outlook.IsElsewhere)
        {
            await ServerStatements.NoteAsync(scope).ConfigureAwait(false);
        }

        var filter = ClaimFilter.Of(claim, outlook.HasPauses || outlook.IsElsewhere ? await PauseStatements.AllAsync(scope).ConfigureAwait(false) : [], canDecrypt);
        look.Under(filter);
        // A sweep frees jobs whose time has come, and another filter looks further back.
        var mayBeDue = outlook.HasDue || outlook.HasLapsed || look.DueFrom != dueFrom;
        if (mayBeDue)
        {
            FoundMore |= await ClaimStatements.MakeDueReadyAsync(scope, look.DueFrom).ConfigureAwait(false) is { Count: > 0 } due && Note(due);
        }

        return !mayBeDue && filter == expected;
    }

    private bool Note(List<LaneRow> ready)
    {
        foreach (var job in ready.Where(_ => !look.IsFull))
        {
            ClaimFloors.Lower(look.Floors, job.Lane, job.StartAt);
        }

        return true;
    }

    /// <summary>Whether somebody else was just taking what this round chose, so that another round may find more.</summary>
    /// <param name="found">What lies first in each lane; null when it is to be looked for.</param>
    private async Task<bool> TakeRoundAsync(List<LaneRow>? found)
    {
        var left = claim.Max - claimed.Count;
        found ??= await ClaimStatements.OldestAsync(scope, look.Filter!, look.Known, passed, left).ConfigureAwait(false);
        await CountAsync(found).ConfigureAwait(false);
        look.HasLooked();
        var chosen = Choose(found, left);
        if (chosen.Length == 0)
        {
            return false;
        }

        var given = (await ClaimStatements.GiveAsync(scope, chosen, claim.OwnerId).ConfigureAwait(false)).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var taken = new List<StoredJob>();
        foreach (var row in chosen.Select(given.GetValueOrDefault).OfType<JobRow>())
        {
            if (await ReadAsync(row).ConfigureAwait(false) is { } stored)
            {
                taken.Add(stored with { Stamp = StampOf(row, stored) });
            }
        }

        claimed.AddRange(taken);
        look.Left(found, [.. taken.Select(job => job.Job.Id)]);
        passed.UnionWith(chosen);
        return given.Count < chosen.Length;
    }

    // Who has how much decides only between tenants.
    private async Task CountAsync(List<LaneRow> found)
    {
        if (!look.IsCounted && found.Select(candidate => candidate.Lane.Tenant).Distinct().Skip(1).Any())
        {
            look.InHand = await ClaimStatements.InHandAsync(scope).ConfigureAwait(false);
            look.IsCounted = true;
        }
    }

    private string[] Choose(List<LaneRow> found, int left)
    {
        var taken = claimed.GroupBy(job => job.Job.Request.Tenant ?? "", StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Count(), StringComparer.Ordinal);
        var inHand = new Dictionary<string, long>(look.InHand, StringComparer.Ordinal);
        var chosen = new List<string>();
        foreach (var rank in found.GroupBy(candidate => candidate.Lane.Rank).OrderBy(rank => rank.Key))
        {
            chosen.AddRange(ClaimOrder.Choose(rank.Select(candidate => candidate.Candidate), inHand, claim, taken, scope.Now, left - chosen.Count));
        }

        return [.. chosen];
    }

    private JobStamp StampOf(JobRow row, StoredJob stored)
    {
        var tenant = stored.Job.Request.Tenant ?? "";
        look.InHand[tenant] = look.InHand.GetValueOrDefault(tenant) + 1;
        // An owner that retired has left no name behind; one that is named here has died.
        var diedExecuting = row.Stamp.OwnerId is not null && stored.Job.State == VideoState.Running && row.Stamp.Version == row.TakenVersion;
        return row.Stamp with { OwnerId = claim.OwnerId, Epoch = row.Stamp.Epoch + 1, Adoptions = diedExecuting ? row.Stamp.Adoptions + 1 : 0 };
    }

    private async Task<StoredJob?> ReadAsync(JobRow row)
    {
        try
        {
            return rows.Read(row);
        }
        catch (StoreException exception) when (exception.InnerException is JsonException)
        {
            await ClaimStatements.TakeBackAsync(scope, row).ConfigureAwait(false);
            await ClaimStatements.ParkAsync(scope, row.Id, exception.Message).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            await ClaimStatements.TakeBackAsync(scope, row).ConfigureAwait(false);
            await ClaimStatements.PutOffAsync(scope, row.Id).ConfigureAwait(false);
        }

        return null;
    }
}
