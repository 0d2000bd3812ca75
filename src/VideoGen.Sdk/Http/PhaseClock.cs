namespace VideoGen.Sdk.Http;

/// <summary>One deadline after the other, all within one for the whole call; told by the app's <see cref="TimeProvider"/>.</summary>
internal sealed class PhaseClock : IDisposable
{
    private readonly TimeProvider clock;
    private readonly long startedAt;
    private readonly TimeSpan whole;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource expiry;
    private readonly CancellationTokenSource linked;
    private volatile string phase;

    public PhaseClock(TimeProvider clock, string phase, TimeSpan limit, TimeSpan whole, CancellationToken caller)
    {
        this.clock = clock;
        this.whole = whole;
        this.caller = caller;
        this.phase = phase;
        startedAt = clock.GetTimestamp();
        expiry = new CancellationTokenSource(limit < whole ? limit : whole, clock);
        linked = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, caller);
    }

    public CancellationToken Token => linked.Token;

    public void Enter(string next, TimeSpan limit)
    {
        phase = next;
        var left = whole - clock.GetElapsedTime(startedAt);
        left = left < limit ? left : limit;
        expiry.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    /// <summary>Names the deadline that has passed in place of a bare cancellation.</summary>
    public Exception Explain(Exception e) => e is OperationCanceledException && expiry.IsCancellationRequested && !caller.IsCancellationRequested
        ? new TimeoutException($"The deadline for {phase} has passed.", e)
        : e;

    public void Dispose()
    {
        linked.Dispose();
        expiry.Dispose();
    }
}
