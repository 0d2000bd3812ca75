using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>The places of a worker. A run holds one while it executes and none while it waits. Runs on which no money is out are bounded as well, waiting or not: what cannot begin yet stays in the store, where the order is kept.</summary>
internal sealed class RunPlaces
{
    private const int NotBegunPerPlace = 4;

    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiters = [];
    private readonly Dictionary<string, int> tenants = new(StringComparer.Ordinal);
    private readonly int mostNotBegun;
    private int free;
    private int notBegun;

    public RunPlaces(int concurrency)
    {
        free = concurrency;
        mostNotBegun = concurrency * NotBegunPerPlace;
    }

    /// <summary>Rung whenever a place or a turn came free.</summary>
    public QueueBell Freed { get; } = new();

    /// <summary>How many runs wait for a place.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiters.Count(waiter => !waiter.Task.IsCompleted);
            }
        }
    }

    /// <summary>How many not begun jobs of each tenant are here.</summary>
    public IReadOnlyDictionary<string, int> Tenants
    {
        get
        {
            lock (gate)
            {
                return new Dictionary<string, int>(tenants);
            }
        }
    }

    /// <summary>Takes as many places as are free for new jobs.</summary>
    public int Take()
    {
        lock (gate)
        {
            var taken = Math.Clamp(mostNotBegun - notBegun, 0, free);
            free -= taken;
            return taken;
        }
    }

    /// <summary>Gives back places, to whoever waits longest.</summary>
    public void GiveBack(int count)
    {
        lock (gate)
        {
            for (free += count; free > 0 && waiters.TryDequeue(out var first);)
            {
                free -= first.TrySetResult() ? 1 : 0;
            }
        }
    }

    /// <summary>A taken place, for this job.</summary>
    public RunPlace For(VideoJob job) => new(this, job);

    /// <summary>Waits for a place, behind those that wait already.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiters.Enqueue(place);
        }

        GiveBack(0);
        try
        {
            await place.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            if (!place.TrySetCanceled(cancellationToken))
            {
                GiveBack(1);
            }

            throw;
        }
    }

    public void Leave()
    {
        GiveBack(1);
        Freed.Ring();
    }

    public void Count(string tenant, int change)
    {
        lock (gate)
        {
            notBegun += change;
            tenants[tenant] = tenants.GetValueOrDefault(tenant) + change;
            if (tenants[tenant] == 0)
            {
                tenants.Remove(tenant);
            }
        }

        if (change < 0)
        {
            Freed.Ring();
        }
    }
}
