namespace VideoGen.Sdk.Costs.InMemory;

/// <summary>Instants in order. "Fewer than N since then" looks at one element: the ring of the last N times, without fixing N.</summary>
internal sealed class SortedInstants
{
    private readonly List<long> ticks = [];

    public void Add(DateTimeOffset instant)
    {
        var value = instant.UtcTicks;
        if (ticks.Count == 0 || ticks[^1] <= value)
        {
            ticks.Add(value);
            return;
        }

        ticks.Insert(IndexOfFirstFrom(value), value);
    }

    public void Remove(DateTimeOffset instant) => ticks.RemoveAt(ticks.BinarySearch(instant.UtcTicks));

    /// <summary>Whether fewer than <paramref name="count"/> are at or after <paramref name="from"/>.</summary>
    public bool HasFewerThan(long count, long from) => count > ticks.Count || (count > 0 && ticks[ticks.Count - (int)count] < from);

    public int CountFrom(long from) => ticks.Count - IndexOfFirstFrom(from);

    /// <summary>The one at this place among those at or after <paramref name="from"/>; null when there are fewer.</summary>
    public long? ElementFrom(long from, long place)
    {
        var index = IndexOfFirstFrom(from) + place;
        return index < ticks.Count ? ticks[(int)index] : null;
    }

    private int IndexOfFirstFrom(long from)
    {
        var (low, high) = (0, ticks.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = ticks[middle] < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
