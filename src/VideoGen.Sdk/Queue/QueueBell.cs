namespace VideoGen.Sdk.Queue;

/// <summary>Counts the changes that a store has heard of, so that nobody polls and none is missed between a look and a wait. Safe for use by many threads at once.</summary>
public sealed class QueueBell
{
    private readonly Lock gate = new();
    private TaskCompletionSource? next;
    private long mark = 1;

    /// <summary>The mark now; never 0.</summary>
    public long Mark => Interlocked.Read(ref mark);

    /// <summary>Tells everyone who waits.</summary>
    public void Ring()
    {
        TaskCompletionSource? heard;
        lock (gate)
        {
            mark++;
            (heard, next) = (next, null);
        }

        heard?.SetResult();
    }

    /// <summary>Waits until the mark is another than this one, and returns it.</summary>
    public async Task<long> WaitAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task rung;
            lock (gate)
            {
                if (mark != after)
                {
                    return mark;
                }

                rung = (next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await rung.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
