using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Registers this process as an owner when it first runs a job, and keeps it alive.</summary>
internal sealed partial class Owner(IJobStore store, IOptions<WorkflowOptions> options, TimeProvider timeProvider, OwnerKind kind, MoneyRounds rounds, ILogger<Owner> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private Heart? heart;
    private volatile bool isStopping;
    private volatile OwnerLease? current;

    /// <summary>The living lease; a new one under a new id when the last was lost.</summary>
    public async Task<OwnerLease> GetAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(isStopping, this);

            // A machine that slept was perhaps declared dead meanwhile: an aged lease proves itself before anything is begun under it.
            return current is { Lost.IsCancellationRequested: false } known && (known.IsFreshEnoughToPost || await known.RenewAsync(cancellationToken).ConfigureAwait(false))
                ? known
                : await RegisterAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Does something at the store under this process's name; once more under a fresh one when the name turns out to be dead.</summary>
    public async Task<(OwnerLease Owner, T Result)> AsOwnerAsync<T>(Func<OwnerLease, Task<T>> step, CancellationToken cancellationToken)
    {
        var lease = await GetAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return (lease, await step(lease).ConfigureAwait(false));
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            // Declared dead since we looked? If it lives, the fault is another one.
            if (await lease.RenewAsync(cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }

        lease = await GetAsync(cancellationToken).ConfigureAwait(false);
        return (lease, await step(lease).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        if (isStopping)
        {
            return;
        }

        isStopping = true;
        heart?.Dispose();
        await RetireAsync().ConfigureAwait(false);
        current?.Dispose();
        gate.Dispose();
    }

    /// <summary>Hands back whatever is still under this process's name; the next job begins under a fresh one.</summary>
    public async Task RetireAsync()
    {
        if (current is { Lost.IsCancellationRequested: false } lease)
        {
            try
            {
                await store.RetireOwnerAsync(lease.OwnerId).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever it was, the lease runs out by itself; a failing shutdown helps nobody.
                LogNotRetired(lease.OwnerId, e);
            }
        }
    }

    private async Task<OwnerLease> RegisterAsync(CancellationToken cancellationToken)
    {
        var registration = new OwnerRegistration
        {
            OwnerId = Guid.CreateVersion7(timeProvider.GetUtcNow()).ToString("N"),
            Kind = kind.Name,
            Machine = Environment.MachineName,
            Lease = options.Value.Lease,
        };
        var lease = new OwnerLease(store, timeProvider, registration);
        await store.RegisterOwnerAsync(registration, cancellationToken).ConfigureAwait(false);
        current = lease;
        rounds.Begin();
        heart ??= new Heart(Beat, options.Value.Lease / 3, timeProvider);
        return lease;
    }

    private void Beat()
    {
        if (current is not { Lost.IsCancellationRequested: false } lease)
        {
            return;
        }

        try
        {
            if (!lease.RenewAsync(CancellationToken.None).GetAwaiter().GetResult())
            {
                LogLost(lease.OwnerId);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The lease simply ages: no POST starts from it, and the next beat tries again. Thrown further, it would end the app.
            LogNotRenewed(lease.OwnerId, e);
        }
    }

    [LoggerMessage(1101, LogLevel.Error, "Owner {OwnerId} was declared dead by another process; its jobs are dropped here and go on there.")]
    private partial void LogLost(string ownerId);

    [LoggerMessage(1102, LogLevel.Warning, "The lease of owner {OwnerId} could not be renewed; nothing paid starts until it is.")]
    private partial void LogNotRenewed(string ownerId, Exception exception);

    [LoggerMessage(1103, LogLevel.Warning, "Owner {OwnerId} could not be retired; its jobs are free once the lease has run out.")]
    private partial void LogNotRetired(string ownerId, Exception exception);
}
