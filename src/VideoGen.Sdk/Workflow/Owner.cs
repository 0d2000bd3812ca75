using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Registers this process as an owner when it first runs a job, and keeps it alive from a thread of its own: a starved thread pool must not look like a dead process.</summary>
internal sealed partial class Owner(IJobStore store, IOptions<WorkflowOptions> options, TimeProvider timeProvider, ILogger<Owner> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ManualResetEventSlim stopping = new();
    private Thread? heart;
    private volatile OwnerLease? current;

    /// <summary>The living lease; a new one under a new id when the last was lost.</summary>
    public async Task<OwnerLease> GetAsync(CancellationToken cancellationToken)
    {
        if (current is { Lost.IsCancellationRequested: false } alive)
        {
            return alive;
        }

        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return current is { Lost.IsCancellationRequested: false } other ? other : await RegisterAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<OwnerLease> RegisterAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(stopping.IsSet, this);
        var registration = new OwnerRegistration
        {
            OwnerId = Guid.CreateVersion7(timeProvider.GetUtcNow()).ToString("N"),
            Kind = "inline",
            Machine = Environment.MachineName,
            Lease = options.Value.Lease,
        };
        var lease = new OwnerLease(store, timeProvider, registration);
        await store.RegisterOwnerAsync(registration, cancellationToken).ConfigureAwait(false);
        current = lease;
        if (heart is null)
        {
            heart = new Thread(Beat) { IsBackground = true, Name = "VideoGen owner" };
            heart.Start();
        }

        return lease;
    }

    private void Beat()
    {
        while (!stopping.Wait(options.Value.Lease / 3))
        {
            if (current is { Lost.IsCancellationRequested: false } lease)
            {
                RenewOnce(lease);
            }
        }
    }

    private void RenewOnce(OwnerLease lease)
    {
        try
        {
            if (!lease.RenewAsync(CancellationToken.None).GetAwaiter().GetResult())
            {
                LogLost(lease.OwnerId);
            }
        }
        catch (StoreException e)
        {
            // The lease simply ages: no POST starts from it, and the next beat tries again.
            LogNotRenewed(lease.OwnerId, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsSet)
        {
            return;
        }

        stopping.Set();
        heart?.Join();
        if (current is { Lost.IsCancellationRequested: false } lease)
        {
            try
            {
                await store.RetireOwnerAsync(lease.OwnerId).ConfigureAwait(false);
            }
            catch (StoreException e)
            {
                LogNotRetired(lease.OwnerId, e);
            }
        }

        current?.Dispose();
        gate.Dispose();
    }

    [LoggerMessage(1101, LogLevel.Error, "Owner {OwnerId} was declared dead by another process; its jobs are dropped here and go on there.")]
    private partial void LogLost(string ownerId);

    [LoggerMessage(1102, LogLevel.Warning, "The lease of owner {OwnerId} could not be renewed; nothing paid starts until it is.")]
    private partial void LogNotRenewed(string ownerId, Exception exception);

    [LoggerMessage(1103, LogLevel.Warning, "Owner {OwnerId} could not be retired; its jobs are free once the lease has run out.")]
    private partial void LogNotRetired(string ownerId, Exception exception);
}
