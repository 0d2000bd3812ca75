namespace VideoGen.Sdk.Queue;

/// <summary>Claims and pauses. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryQueue(InMemoryJobs jobs, InMemoryOwners owners, TimeProvider time)
{
    private readonly SortedDictionary<string, QueuePause> pauses = new(StringComparer.Ordinal);

    public IReadOnlyList<QueuePause> Pauses => [.. pauses.Values];

    public void Pause(string? provider) => pauses.TryAdd(provider ?? "", new QueuePause(provider, time.GetUtcNow()));

    public bool Resume(string? provider) => pauses.Remove(provider ?? "");

    public IReadOnlyList<StoredJob> Claim(JobClaim claim)
    {
        owners.MustBeAlive(claim.OwnerId);
        foreach (var lapsed in jobs.All.Select(row => row.Stamp.OwnerId).OfType<string>().Where(owner => owner != claim.OwnerId && owners.LeaseLeft(owner) <= TimeSpan.Zero))
        {
            owners.End(lapsed);
        }

        var now = time.GetUtcNow();
        var inHand = new Dictionary<string, long>(StringComparer.Ordinal);
        var ranks = new List<ClaimCandidate>[] { [], [], [] };
        foreach (var row in jobs.All.Where(row => ClaimOrder.IsOpen(row.Job)))
        {
            var tenant = row.Job.Request.Tenant ?? "";
            if (!IsFree(row, claim.OwnerId))
            {
                inHand[tenant] = inHand.GetValueOrDefault(tenant) + 1;
            }
            else if ((row.IsSignalled || !(row.Job.DueAt > now)) && IsWanted(row.Job, claim))
            {
                ranks[ClaimOrder.RankOf(row.Job)].Add(new ClaimCandidate(row.Job.Id, tenant, row.Job.Priority, ClaimOrder.StartOf(row.Job)));
            }
        }

        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var claimed = new List<StoredJob>();
        foreach (var rank in ranks)
        {
            claimed.AddRange(ClaimOrder.Choose(rank, inHand, claim, taken, now, claim.Max - claimed.Count).Select(id => jobs.Take(id, claim.OwnerId, reopenFailed: false)).OfType<TakeResult.Taken>().Select(take => take.Stored));
        }

        return claimed;
    }

    public DateTimeOffset? NextDue(string ownerId)
    {
        var open = jobs.All.Where(row => ClaimOrder.IsOpen(row.Job)).ToList();
        var due = open.Where(row => IsFree(row, ownerId) && row.Job.DueAt > time.GetUtcNow()).Select(row => row.Job.DueAt);
        var lapses = open.Select(row => row.Stamp.OwnerId).OfType<string>().Where(owner => owner != ownerId && owners.LeaseLeft(owner) > TimeSpan.Zero)
            .Select(owner => (DateTimeOffset?)(time.GetUtcNow() + owners.LeaseLeft(owner)));
        return due.Concat(lapses).Min();
    }

    private bool IsWanted(VideoJob job, JobClaim claim)
    {
        var provider = ClaimOrder.ProviderOf(job);
        return claim.Stages?.Contains(job.Stage) != false
            && (provider is null || claim.Providers?.Contains(provider) != false)
            && !ClaimOrder.IsPaused(ClaimOrder.RankOf(job), provider, Pauses);
    }

    private bool IsFree(InMemoryJob row, string claimerId) => row.Stamp.OwnerId is not { } owner || (owner != claimerId && owners.LeaseLeft(owner) <= TimeSpan.Zero);
}
