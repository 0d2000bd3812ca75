namespace VideoGen.Sdk.Queue;

/// <summary>Claims and pauses. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryQueue(InMemoryPlaces places, InMemoryOwners owners, TimeProvider time)
{
    private readonly SortedDictionary<string, QueuePause> pauses = new(StringComparer.Ordinal);
    private readonly InMemoryTurns turns = new();

    public IReadOnlyList<QueuePause> Pauses => [.. pauses.Values];

    public void Pause(string? provider) => pauses.TryAdd(provider ?? "", new QueuePause(provider, time.GetUtcNow()));

    public bool Resume(string? provider) => pauses.Remove(provider ?? "");

    public IReadOnlyList<StoredJob> Claim(JobClaim claim)
    {
        var claimer = owners.MustBeAlive(claim.OwnerId);
        foreach (var lapsed in owners.Alive.Where(owner => owner != claimer && owner.Jobs.Count > 0 && owners.LeaseLeft(owner) <= TimeSpan.Zero).ToList())
        {
            places.End(lapsed, isDead: true);
        }

        var now = time.GetUtcNow();
        places.MakeDueReady(now);
        var paused = Pauses;
        var taken = claim.MaxPerTenant is null ? null : new Dictionary<InMemoryTenant, int>();
        var claimed = new List<StoredJob>(Math.Clamp(claim.Max, 0, 64));
        for (var rank = ClaimOrder.Finished; rank <= ClaimOrder.NotBegun && claimed.Count < claim.Max; rank++)
        {
            turns.Begin(now);
            foreach (var lane in places.Lanes)
            {
                if (lane.Key.Rank == rank && lane.Line.Count > 0 && lane.IsFor(claim, paused))
                {
                    turns.Add(lane);
                }
            }

            Take(claim, taken, claimed);
        }

        return claimed;
    }

    public DateTimeOffset? NextDue(string ownerId)
    {
        var next = places.NextDue();
        foreach (var owner in owners.Alive)
        {
            if (owner.Id != ownerId && owner.Jobs.Count > 0 && time.GetUtcNow() + owners.LeaseLeft(owner) is var lapse && !(lapse >= next))
            {
                next = lapse;
            }
        }

        return next;
    }

    private void Take(JobClaim claim, Dictionary<InMemoryTenant, int>? taken, List<StoredJob> claimed)
    {
        while (claimed.Count < claim.Max && turns.TryNext(out var lane))
        {
            // A tenant without a place has none in its other lanes either.
            if (taken is not null && !TakesPlace(lane.Tenant, claim, taken))
            {
                continue;
            }

            lane.Line.TryPeek(out var row, out _);
            places.Leave(row);
            // An owner that retired has left no name behind; one that is named on a free job has died.
            row.GiveTo(claim.OwnerId, formerDied: row.Stamp.OwnerId is not null);
            places.Put(row);
            claimed.Add(row.Stored);
            turns.Add(lane);
        }
    }

    private static bool TakesPlace(InMemoryTenant tenant, JobClaim claim, Dictionary<InMemoryTenant, int> taken)
    {
        var own = taken.GetValueOrDefault(tenant);
        taken[tenant] = own + 1;
        return claim.TenantPlaces.GetValueOrDefault(tenant.Name) + own < claim.MaxPerTenant;
    }
}
