namespace VideoGen.Sdk.Queue;

/// <summary>Jobs in the order of a moment, then of their ids. Whoever leaves is only noted and passed by later, so that leaving costs nothing, wherever one stands. Not safe by itself; the store's lock guards it.</summary>
internal sealed class InMemoryLine
{
    // Below this it is not worth clearing away those who left.
    private const int Few = 64;

    private static readonly Comparer<(long At, string Id)> Order = Comparer<(long At, string Id)>.Create(
        (one, other) => one.At != other.At ? one.At.CompareTo(other.At) : string.CompareOrdinal(one.Id, other.Id));

    private readonly PriorityQueue<(InMemoryJob Row, int Ticket), (long At, string Id)> rows = new(Order);

    /// <summary>How many stand here.</summary>
    public int Count { get; private set; }

    public void Add(InMemoryJob row, DateTimeOffset at)
    {
        Count++;
        rows.Enqueue((row, row.Stand(this)), (at.UtcTicks, row.Job.Id));
    }

    /// <summary>Notes that a row has left; the row calls it.</summary>
    public void Left()
    {
        Count--;
        if (rows.Count > Few && rows.Count > Count * 2)
        {
            var standing = rows.UnorderedItems.Where(item => item.Element.Row.StandsIn(this, item.Element.Ticket)).ToList();
            rows.Clear();
            rows.EnqueueRange(standing);
        }
    }

    /// <summary>The first.</summary>
    public bool TryPeek(out InMemoryJob first, out long at)
    {
        while (rows.TryPeek(out var found, out var key))
        {
            if (found.Row.StandsIn(this, found.Ticket))
            {
                (first, at) = (found.Row, key.At);
                return true;
            }

            rows.Dequeue();
        }

        (first, at) = (null!, 0);
        return false;
    }
}
