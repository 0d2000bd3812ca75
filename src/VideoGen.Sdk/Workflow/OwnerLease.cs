using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>This process's claim to be alive, renewed in time or lost for ever.</summary>
internal sealed class OwnerLease(IJobStore store, TimeProvider timeProvider, OwnerRegistration registration) : IDisposable
{
    private readonly CancellationTokenSource lost = new();
    private long sentTimestamp = timeProvider.GetTimestamp();
    private long sentTicks = timeProvider.GetUtcNow().UtcTicks;

    public string OwnerId => registration.OwnerId;

    /// <summary>Set once the store declared this owner dead: all its jobs must be dropped.</summary>
    public CancellationToken Lost => lost.Token;

    public TimeSpan Lease => registration.Lease;

    /// <summary>Whether a paid POST may start: the last renewal, counted from when it was sent, must be younger than half the lease.
    /// The larger of monotonic and wall time counts, so that neither a suspended machine nor a set-back clock fools it.</summary>
    public bool IsFreshEnoughToPost => !lost.IsCancellationRequested && Age < Lease / 2;

    private TimeSpan Age
    {
        get
        {
            var monotonic = timeProvider.GetElapsedTime(Interlocked.Read(ref sentTimestamp));
            var wall = TimeSpan.FromTicks(timeProvider.GetUtcNow().UtcTicks - Interlocked.Read(ref sentTicks));
            return monotonic > wall ? monotonic : wall;
        }
    }

    /// <summary>Renews the lease. False: dead.</summary>
    public async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        if (lost.IsCancellationRequested)
        {
            return false;
        }

        var timestamp = timeProvider.GetTimestamp();
        var wall = timeProvider.GetUtcNow();
        if (!await store.RenewOwnerAsync(OwnerId, cancellationToken).ConfigureAwait(false))
        {
            await lost.CancelAsync().ConfigureAwait(false);
            return false;
        }

        Interlocked.Exchange(ref sentTicks, wall.UtcTicks);
        Interlocked.Exchange(ref sentTimestamp, timestamp);
        return true;
    }

    public void Dispose() => lost.Dispose();
}
