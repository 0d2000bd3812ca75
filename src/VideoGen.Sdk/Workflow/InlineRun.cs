namespace VideoGen.Sdk.Workflow;

/// <summary>One run inside this process, with everyone who waits for it.</summary>
internal sealed class InlineRun : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop;
    private readonly List<IProgress<VideoProgress>> listeners = [];
    private readonly TaskCompletionSource<Task<RunEnd>> begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int callers;

    public InlineRun(CancellationToken stopping) => stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);

    public CancellationToken Stop => stop.Token;

    public void Begin(Task<RunEnd> run) => begun.TrySetResult(run);

    /// <summary>Tells every listener; one that throws is its own caller's fault and must not stop the job.</summary>
    public void Report(VideoProgress progress)
    {
        IProgress<VideoProgress>[] told;
        lock (gate)
        {
            told = [.. listeners];
        }

        foreach (var listener in told)
        {
            try
            {
                listener.Report(progress);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Forget(listener);
            }
        }
    }

    /// <summary>Waits for the end; when the last waiting caller goes away, the run stops at its next safe point and leaves the job resumable.</summary>
    public async Task<RunEnd> JoinAsync(IProgress<VideoProgress>? progress, CancellationToken cancellationToken)
    {
        Enter(progress);
        try
        {
            var run = await begun.Task.ConfigureAwait(false);
            return await run.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await LeaveAsync(progress).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until the run is over, however it ends.</summary>
    public async Task SettledAsync()
    {
        Task run = await begun.Task.ConfigureAwait(false);
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stop.Dispose();

    private void Forget(IProgress<VideoProgress> listener)
    {
        lock (gate)
        {
            listeners.Remove(listener);
        }
    }

    private void Enter(IProgress<VideoProgress>? progress)
    {
        lock (gate)
        {
            callers++;
            if (progress is not null)
            {
                listeners.Add(progress);
            }
        }
    }

    private async Task LeaveAsync(IProgress<VideoProgress>? progress)
    {
        bool isLast;
        lock (gate)
        {
            isLast = --callers == 0;
            if (progress is not null)
            {
                listeners.Remove(progress);
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
