namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>One look for ready jobs: from where, and what was found out by it.</summary>
/// <param name="known">The lanes and their floors that a quick look keeps to; null for a look over everything.</param>
/// <param name="former">The filter of the last look over everything, under which those floors were found.</param>
/// <param name="inHand">How many jobs each tenant has in hand, as a look over everything counted them last.</param>
/// <param name="dueFrom">From when on jobs not yet due are looked for.</param>
/// <param name="mark">The bell's mark when it began.</param>
internal sealed class ClaimLook(Dictionary<ClaimLane, DateTimeOffset>? known, ClaimFilter? former, Dictionary<string, long> inHand, DateTimeOffset dueFrom, long mark)
{
    private long? began;

    public bool IsFull { get; private set; } = known is null;

    public Dictionary<ClaimLane, DateTimeOffset> Floors { get; private set; } = known ?? [];

    /// <summary>The lanes that a quick look keeps to, each from its floor; null for a look over everything.</summary>
    public List<(ClaimLane Lane, DateTimeOffset Since)>? Known => IsFull ? null : [.. Floors.Select(floor => (floor.Key, floor.Value))];

    public Dictionary<string, long> InHand { get; set; } = inHand;

    public bool IsCounted { get; set; } = known is not null;

    public ClaimFilter? Filter { get; private set; } = former;

    public long Mark => mark;

    public DateTimeOffset DueFrom { get; private set; } = dueFrom;

    public DateTimeOffset DueUpTo { get; set; }

    /// <summary>How long the statements took that pass over dead rows.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>What came to this process while it looked.</summary>
    public Dictionary<ClaimLane, DateTimeOffset> Arrived { get; } = [];

    public DateTimeOffset DueArrived { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>Another filter sees other jobs: floors of the former one say nothing about them.</summary>
    public void Under(ClaimFilter filter)
    {
        if (Filter != filter && !IsFull)
        {
            (IsFull, Floors, DueFrom, IsCounted) = (true, [], DateTimeOffset.MinValue, false);
        }

        Filter = filter;
    }

    public void Starts() => began ??= TimeProvider.System.GetTimestamp();

    public void HasLooked() => Took = Took == default ? TimeProvider.System.GetElapsedTime(began ?? TimeProvider.System.GetTimestamp()) : Took;

    /// <summary>The next look begins in each lane at its first job that was left, or else at the last that was taken.</summary>
    public void Left(IReadOnlyList<LaneRow> candidates, HashSet<string> taken)
    {
        foreach (var lane in candidates.GroupBy(candidate => candidate.Lane))
        {
            Floors[lane.Key] = lane.Where(candidate => !taken.Contains(candidate.JobId)).Select(candidate => (DateTimeOffset?)candidate.StartAt).Min() ?? lane.Max(candidate => candidate.StartAt);
        }
    }
}
