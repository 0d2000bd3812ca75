namespace VideoGen.Sdk.Workflow;

/// <summary>The end of this process, as far as the SDK is told: what must not be lost is still tried for a while, then nothing keeps the app from ending.</summary>
internal sealed class Closing(TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource begun = new();
    private long since;

    /// <summary>Set when the app disposes the SDK.</summary>
    public CancellationToken Begun => begun.Token;

    /// <summary>Whether the patience is used up too.</summary>
    public bool IsOver => begun.IsCancellationRequested && timeProvider.GetElapsedTime(Interlocked.Read(ref since)) >= Patience;

    public async Task BeginAsync()
    {
        Interlocked.Exchange(ref since, timeProvider.GetTimestamp());
        await begun.CancelAsync().ConfigureAwait(false);
    }

    public void Dispose() => begun.Dispose();
}
