namespace VideoGen.Sdk.AspNetCore.Tests.Webhooks.World;

/// <summary>Things that happened, in order; tests wait for them and never for time.</summary>
internal sealed class Happenings<T>
{
    private readonly Lock gate = new();
    private readonly List<T> all = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
            {
                return [.. all];
            }
        }
    }

    public void Add(T happening)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            all.Add(happening);
            (told, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.SetResult();
    }

    /// <summary>Waits until this many fit, and returns those that do.</summary>
    public async Task<IReadOnlyList<T>> WaitAsync(Func<T, bool> fits, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (all.Where(fits).ToList() is var found && found.Count >= count)
                {
                    return found;
                }

                next = changed.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }
}
