namespace VideoGen.Sdk.Queue;

/// <summary>Whose turn it is among the lanes of one rank, in <see cref="ClaimOrder"/>: the aged priority of each lane's first, then the tenant with least in hand, then age. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryTurns
{
    private static readonly Comparer<(VideoPriority Aged, int InHand, long At, string Id)> Order = Comparer<(VideoPriority Aged, int InHand, long At, string Id)>.Create(
        (one, other) => one.Aged != other.Aged ? other.Aged.CompareTo(one.Aged)
            : one.InHand != other.InHand ? one.InHand.CompareTo(other.InHand)
            : one.At != other.At ? one.At.CompareTo(other.At)
            : string.CompareOrdinal(one.Id, other.Id));

    private readonly PriorityQueue<InMemoryLane, (VideoPriority Aged, int InHand, long At, string Id)> lanes = new(Order);
    private long now;

    public void Begin(DateTimeOffset time)
    {
        now = time.UtcTicks;
        lanes.Clear();
    }

    /// <summary>Lets a lane take part, if anybody stands in it.</summary>
    public void Add(InMemoryLane lane)
    {
        if (lane.Line.TryPeek(out var first, out var at))
        {
            lanes.Enqueue(lane, (ClaimOrder.Aged(lane.Key.Priority, TimeSpan.FromTicks(now - at)), lane.Tenant.InHand, at, first.Job.Id));
        }
    }

    /// <summary>The lane whose turn it is; it takes part again once it is added.</summary>
    public bool TryNext(out InMemoryLane next)
    {
        while (lanes.TryDequeue(out next!, out var turn))
        {
            if (turn.InHand == next.Tenant.InHand)
            {
                return true;
            }

            // Its tenant was served from another lane meanwhile.
            Add(next);
        }

        return false;
    }
}
