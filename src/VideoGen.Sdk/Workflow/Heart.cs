namespace VideoGen.Sdk.Workflow;

/// <summary>Beats for as long as the process lives. By the system's clock it is a thread of its own: a starved thread pool must not look like a dead process.
/// Any other clock has timers of its own, and whoever owns that clock owns the heart.</summary>
internal sealed class Heart : IDisposable
{
    private readonly ManualResetEventSlim stopping = new();
    private readonly Action beat;
    private readonly TimeSpan period;
    private readonly Thread? thread;
    private readonly ITimer? timer;

    public Heart(Action beat, TimeSpan period, TimeProvider timeProvider)
    {
        this.beat = beat;
        this.period = period;
        if (ReferenceEquals(timeProvider, TimeProvider.System))
        {
            thread = new Thread(Run) { IsBackground = true, Name = "VideoGen owner" };
            thread.Start();
        }
        else
        {
            timer = timeProvider.CreateTimer(_ => beat(), null, period, period);
        }
    }

    /// <summary>Stops it; a beat under way is waited for.</summary>
    public void Dispose()
    {
        stopping.Set();
        timer?.Dispose();
        thread?.Join();
        stopping.Dispose();
    }

    private void Run()
    {
        while (!stopping.Wait(period))
        {
            beat();
        }
    }
}
