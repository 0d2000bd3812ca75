using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.PostgreSql.Jobs;

/// <summary>
/// Where this process begins to look for ready jobs. While looking over everything is cheap, it does just that. It becomes dear when somebody holds an old snapshot open: rows of jobs long taken then lie dead at the
/// front of every lane and cannot be cleared away. Claims then begin where the last one ended, and look over everything only for a twentieth of the time; what came to lie before the floor meanwhile, from another
/// process, is found then. Safe for use by many threads at once.
/// </summary>
internal sealed class ClaimFloors
{
    private const int Share = 20;

    /// <summary>A look over everything that takes longer than this is dear.</summary>
    public TimeSpan Cheap { get; init; } = TimeSpan.FromMilliseconds(3);

    private readonly Lock gate = new();
    private readonly HashSet<ClaimLook> open = [];
    private Dictionary<ClaimLane, DateTimeOffset> floors = [];
    private Dictionary<string, long> inHand = [];
    private DateTimeOffset dueFrom = DateTimeOffset.MinValue;
    private ClaimFilter? filter;
    private long fullAgain;
    private long markOfFull;
    private bool isQuick;

    /// <summary>Begins to look.</summary>
    /// <param name="mark">The bell's mark now.</param>
    public ClaimLook Begin(long mark)
    {
        lock (gate)
        {
            var isFull = !isQuick || TimeProvider.System.GetTimestamp() >= fullAgain;
            var look = new ClaimLook(isFull ? null : new(floors), filter, new(inHand, StringComparer.Ordinal), isFull ? DateTimeOffset.MinValue : dueFrom, mark);
            open.Add(look);
            return look;
        }
    }

    /// <summary>Ends a look; whatever it says of its floors is believed only when its claim was committed.</summary>
    public void End(ClaimLook look, bool isCommitted)
    {
        lock (gate)
        {
            open.Remove(look);
            if (!isCommitted)
            {
                isQuick = false;
                return;
            }

            if (look.IsFull)
            {
                isQuick = look.Took > Cheap;
                fullAgain = TimeProvider.System.GetTimestamp() + (long)(look.Took.TotalSeconds * Share * TimeProvider.System.TimestampFrequency);
                (floors, filter, markOfFull) = (new(look.Floors), look.Filter, look.Mark);
            }
            else
            {
                foreach (var (lane, since) in look.Floors)
                {
                    floors[lane] = since;
                }
            }

            (inHand, dueFrom) = (look.InHand, look.DueUpTo);
            foreach (var (lane, since) in look.Arrived)
            {
                Lower(floors, lane, since);
            }

            dueFrom = look.DueArrived < dueFrom ? look.DueArrived : dueFrom;
        }
    }

    /// <summary>This process made the job, or gave it back.</summary>
    public void Came(VideoJob job) => Came(new ClaimLane(ClaimOrder.RankOf(job), job.Request.Tenant ?? "", (int)job.Priority), ClaimOrder.StartOf(job), job.DueAt);

    /// <summary>A job became ready, or will, by this process.</summary>
    public void Came(ClaimLane lane, DateTimeOffset since, DateTimeOffset? readyAt)
    {
        lock (gate)
        {
            Lower(floors, lane, since);
            dueFrom = readyAt < dueFrom ? readyAt.Value : dueFrom;
            foreach (var look in open)
            {
                Lower(look.Arrived, lane, since);
                look.DueArrived = readyAt < look.DueArrived ? readyAt.Value : look.DueArrived;
            }
        }
    }

    /// <summary>Jobs became ready that this process cannot name: the next look is one over everything.</summary>
    public void Forget()
    {
        lock (gate)
        {
            fullAgain = 0;
        }
    }

    /// <summary>How long until a claim looks over everything, where something may have come that quick looks do not see; null where none may.</summary>
    public TimeSpan? UntilFull(long mark)
    {
        lock (gate)
        {
            return !isQuick || mark == markOfFull ? null : TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), Math.Max(fullAgain, TimeProvider.System.GetTimestamp()));
        }
    }

    /// <summary>From when on jobs not yet due are looked for.</summary>
    public DateTimeOffset DueFrom
    {
        get
        {
            lock (gate)
            {
                return isQuick ? dueFrom : DateTimeOffset.MinValue;
            }
        }
    }

    internal static void Lower(Dictionary<ClaimLane, DateTimeOffset> floors, ClaimLane lane, DateTimeOffset since)
    {
        if (!floors.TryGetValue(lane, out var former) || since < former)
        {
            floors[lane] = since;
        }
    }
}
