using System.Threading.Channels;

namespace VideoGen.Sdk.Trends.Sources;

/// <summary>Trends that the app itself pushes, from any thread. They wait in memory for the next run and are gone with the process.</summary>
public sealed class PushSource : ITrendSource
{
    private readonly Channel<TrendItem> waiting;

    /// <summary>Makes one.</summary>
    /// <param name="name">Its name in reports.</param>
    /// <param name="capacity">Most items that wait, 1 to 1,000,000. Default 10,000.</param>
    public PushSource(string name = "push", int capacity = 10_000)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1_000_000);
        Name = name;
        waiting = Channel.CreateBounded<TrendItem>(capacity);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Leaves an item to the next run; false when too many wait already, and then nothing was taken.</summary>
    public bool Push(TrendItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return waiting.Writer.TryWrite(item with { Source = Name });
    }

    /// <inheritdoc/>
    public Task<TrendBatch> ReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var items = new List<TrendItem>();
        while (waiting.Reader.TryRead(out var item))
        {
            items.Add(item);
        }

        return Task.FromResult(new TrendBatch { Source = Name, Items = items });
    }
}
