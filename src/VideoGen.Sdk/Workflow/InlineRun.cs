namespace VideoGen.Sdk.Workflow;

/// <summary>One run inside this process, with everyone who waits for it.</summary>
internal sealed class InlineRun : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop;
    private readonly List<RunListener> listeners = [];
    private readonly TaskCompletionSource<Task<RunEnd>> begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int callers;
    private VideoProgress? latest;
    private long steps;

    public InlineRun(CancellationToken stopping) => stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);

    public CancellationToken Stop => stop.Token;

    public void Begin(Task<RunEnd> run) => begun.TrySetResult(run);

    /// <summary>Tells every listener; one that throws is its own caller's fault and must not stop the job.</summary>
    public void Report(VideoProgress progress)
    {
        RunListener[] told;
        long step;
        lock (gate)
        {
            (latest, step) = (progress, ++steps);
            told = [.. listeners];
        }

        foreach (var listener in told)
        {
            Tell(listener, progress, step);
        }
    }

    /// <summary>Waits for the end, and hears the latest step at once where there was one; when the last waiting caller goes away, the run stops at its next safe point and leaves the job resumable.</summary>
    public async Task<RunEnd> JoinAsync(IProgress<VideoProgress>? progress, CancellationToken cancellationToken)
    {
        var listener = Enter(progress);
        try
        {
            var run = await begun.Task.ConfigureAwait(false);
            return await run.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await LeaveAsync(listener).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the run is over, however it ends.</summary>
    public async Task SettledAsync()
    {
        Task run = await begun.Task.ConfigureAwait(false);
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stop.Dispose();

    private void Tell(RunListener listener, VideoProgress progress, long step)
    {
        try
        {
            listener.Tell(progress, step);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            lock (gate)
            {
                listeners.Remove(listener);
            }
        }
    }

    private RunListener? Enter(IProgress<VideoProgress>? progress)
    {
        var listener = progress is null ? null : new RunListener(progress);
        VideoProgress? known;
        long step;
        lock (gate)
        {
            callers++;
            (known, step) = (latest, steps);
            if (listener is not null)
            {
                listeners.Add(listener);
            }
        }

        if (listener is not null && known is not null)
        {
            Tell(listener, known, step);
        }

        return listener;
    }

    private async Task LeaveAsync(RunListener? listener)
    {
        bool isLast;
        lock (gate)
        {
            isLast = --callers == 0;
            if (listener is not null)
            {
                listeners.Remove(listener);
            }
        }

        if (isLast && !stop.IsCancellationRequested)
        {
            try
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
            catch (ObjectDisposedException)
            {
                // The run has ended meanwhile; there is nothing left to stop.
            }
        }
    }
}
