namespace VideoGen.Sdk.Http;

/// <summary>
/// Permission to send one request that is not safe to repeat, once. What the wire did is written here, at the innermost place,
/// so that no handler which an app has put around us can repeat the request or lose its answer.
/// </summary>
internal sealed class SubmitTicket(CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int used;
    private volatile bool hasLeft;

    /// <summary>The submitter's own token. Handlers around us may give up earlier; the request does not.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether a byte of the request may have left this process.</summary>
    public bool HasLeft => hasLeft;

    /// <summary>The whole answer; null unless one came.</summary>
    public VendorAnswer? Answer { get; private set; }

    /// <summary>What the wire failed with; null unless it did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Completes when the request has ended one way or the other.</summary>
    public Task Landed => landed.Task;

    public bool TryUse() => Interlocked.Exchange(ref used, 1) == 0;

    public void MarkLeft() => hasLeft = true;

    public void Land(VendorAnswer answer)
    {
        Answer = answer;
        landed.TrySetResult();
    }

    public void Fall(Exception fault)
    {
        Fault = fault;
        landed.TrySetResult();
    }
}
