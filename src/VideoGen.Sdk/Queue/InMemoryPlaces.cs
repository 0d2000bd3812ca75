namespace VideoGen.Sdk.Queue;

/// <summary>Where each open job is: in somebody's hands, in a lane, or before its time. Every change of a job passes here, so that no claim looks for anything. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryPlaces(InMemoryOwners owners, TimeProvider time)
{
    // Lanes that stand empty are kept up to this many: most fill again.
    private const int KeptEmpty = 64;

    private readonly Dictionary<InMemoryLaneKey, InMemoryLane> lanes = [];
    private readonly Dictionary<string, InMemoryTenant> tenants = new(StringComparer.Ordinal);
    private readonly InMemoryLine later = new();
    private InMemoryLane? last;

    /// <summary>The lanes, some of them empty.</summary>
    public Dictionary<InMemoryLaneKey, InMemoryLane>.ValueCollection Lanes => lanes.Values;

    /// <summary>Puts a job where it belongs after it was made, taken, saved, signalled or freed. Call <see cref="Leave"/> before a change.</summary>
    public void Put(InMemoryJob row)
    {
        if (!ClaimOrder.IsOpen(row.Job))
        {
            return;
        }

        if (row.Stamp.OwnerId is { } ownerId && owners.Find(ownerId) is { } owner)
        {
            row.CountedFor = Tenant(row.Job.Request.Tenant ?? "");
            row.CountedFor.InHand++;
            owner.Jobs.Add(row);
        }
        else if (row.Job.DueAt is { } due && !row.IsSignalled && due > time.GetUtcNow())
        {
            later.Add(row, due);
        }
        else
        {
            PutInLane(row);
        }
    }

    /// <summary>Takes a job from where it is.</summary>
    public void Leave(InMemoryJob row)
    {
        row.LeaveLine();
        if (row.CountedFor is { } tenant)
        {
            tenant.InHand--;
            row.CountedFor = null;
            owners.Find(row.Stamp.OwnerId!)?.Jobs.Remove(row);
        }
    }

    /// <summary>Ends an owner; its jobs are handed out again.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="isDead">Whether its jobs keep its name, so that whoever takes them knows that they were executed by a dead one.</param>
    public void End(InMemoryOwner owner, bool isDead)
    {
        foreach (var row in owners.End(owner))
        {
            Leave(row);
            if (!isDead)
            {
                row.Free();
            }

            Put(row);
        }
    }

    /// <summary>Moves jobs whose time has come into their lanes.</summary>
    public void MakeDueReady(DateTimeOffset now)
    {
        while (later.TryPeek(out var row, out var due) && due <= now.UtcTicks)
        {
            Leave(row);
            PutInLane(row);
        }
    }

    /// <summary>When the next job becomes due; null when none waits for its time.</summary>
    public DateTimeOffset? NextDue() => later.TryPeek(out _, out var due) ? new DateTimeOffset(due, TimeSpan.Zero) : null;

    private void PutInLane(InMemoryJob row) => Lane(InMemoryLaneKey.Of(row.Job)).Line.Add(row, ClaimOrder.StartOf(row.Job));

    private InMemoryLane Lane(InMemoryLaneKey key)
    {
        if ((last is not null && last.Key == key) || lanes.TryGetValue(key, out last))
        {
            return last;
        }

        if (lanes.Count >= KeptEmpty)
        {
            foreach (var lane in lanes.Values.Where(lane => lane.Line.Count == 0))
            {
                lanes.Remove(lane.Key);
            }
        }

        return lanes[key] = last = new InMemoryLane(key, Tenant(key.Tenant));
    }

    private InMemoryTenant Tenant(string name)
    {
        if (!tenants.TryGetValue(name, out var tenant))
        {
            tenants.Add(name, tenant = new InMemoryTenant(name));
        }

        return tenant;
    }
}
