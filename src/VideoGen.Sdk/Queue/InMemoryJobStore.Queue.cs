namespace VideoGen.Sdk.Queue;

public sealed partial class InMemoryJobStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredJob>> ClaimAsync(JobClaim claim, CancellationToken cancellationToken = default) => Run(() => queue.Claim(claim), cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextDueAsync(string ownerId, CancellationToken cancellationToken = default) => Run(() => queue.NextDue(ownerId), cancellationToken);

    /// <inheritdoc/>
    public Task PauseAsync(string? provider, CancellationToken cancellationToken = default) => Run(() => queue.Pause(provider), cancellationToken);

    /// <inheritdoc/>
    public Task ResumeAsync(string? provider, CancellationToken cancellationToken = default) => Run(() => RingWhen(queue.Resume(provider)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueuePause>> GetPausesAsync(CancellationToken cancellationToken = default) => Run(() => queue.Pauses, cancellationToken);

    /// <inheritdoc/>
    public Task<long> WaitForChangeAsync(long after, CancellationToken cancellationToken = default) => bell.WaitAsync(after, cancellationToken);

    private void RingWhen(bool isChanged)
    {
        if (isChanged)
        {
            bell.Ring();
        }
    }
}
