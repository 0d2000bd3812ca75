using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Queue;

namespace VideoGen.Sdk.Workflow;

/// <summary>Runs the queue's jobs in this process. It sleeps until something happens: a change at the store, a due time, a free place.</summary>
internal sealed partial class VideoWorker(
    StartupCheck startup, IJobStore store, Owner owners, InlineRuns runs, ProviderRegistry registry, IOptions<VideoWorkerOptions> options, TimeProvider timeProvider, ILogger<VideoWorker> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan TroublePause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource stopping = new();
    private readonly RunPlaces places = new(options.Value.Concurrency);
    private ClaimedRuns? claims;
    private DateTimeOffset? missed;
    private Task loop = Task.CompletedTask;
    private volatile WorkerRest? rest;

    /// <summary>How many runs there are, executing or waiting.</summary>
    internal int Runs => claims?.Running.Count ?? 0;

    /// <summary>How many runs wait for a place.</summary>
    internal int Queueing => places.Waiting;

    internal bool IsStopping => stopping.IsCancellationRequested;

    /// <summary>What the loop rests for, when it has heard all there was to hear; null while it claims or is about to.</summary>
    internal async Task<WorkerRest?> FindRestAsync() =>
        rest is { } now
        && !(now.Freed is { } freed && freed != places.Freed.Mark)
        && !(now.Until <= timeProvider.GetUtcNow())
        && !(now.Change is { } change && change != await store.WaitForChangeAsync(0).ConfigureAwait(false))
            ? now
            : null;

    /// <summary>Validates the configuration and begins to claim.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await startup.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await startup.EnsureStorableAsync(cancellationToken).ConfigureAwait(false);
        claims = new ClaimedRuns(store, owners, runs, registry, places, options.Value.ConcurrencyPerTenant, logger);
        loop = Task.Run(() => LoopAsync(claims, stopping.Token), CancellationToken.None);
    }

    /// <summary>Stops claiming, lets submits finish, hands every job back and ends this process's ownership.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(claims?.Running ?? []).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (claims?.Running.Count == 0)
        {
            await owners.RetireAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => stopping.Dispose();

    private async Task LoopAsync(ClaimedRuns claimed, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                // Marks first: what happens while this claims is then heard by the wait. The next appointment too: one that falls between claim and rest would be in nobody's book.
                var (change, free) = (await store.WaitForChangeAsync(0, stop).ConfigureAwait(false), places.Freed.Mark);
                var owner = await owners.GetAsync(stop).ConfigureAwait(false);
                var due = await store.NextDueAsync(owner.OwnerId, stop).ConfigureAwait(false);
                var hasPlaces = await claimed.FillAsync(stop).ConfigureAwait(false);
                await RestAsync(hasPlaces, change, free, due, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogTrouble(e);
                var pause = Task.Delay(TroublePause, timeProvider, stop);
                await RestAsync(new WorkerRest(null, null, timeProvider.GetUtcNow() + TroublePause), [pause]).ConfigureAwait(false);
            }
        }
    }

    private async Task RestAsync(bool hasPlaces, long change, long free, DateTimeOffset? due, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        DateTimeOffset? until = null;
        var reasons = new List<Task>();
        if (hasPlaces && due is { } next)
        {
            var left = next - await store.GetTimeAsync(stop).ConfigureAwait(false);
            if (left <= TimeSpan.Zero && next != missed)
            {
                // It came while this claimed. Looked at again at once, but only once: what no claim serves (a provider of another process) must not be run after in a circle.
                missed = next;
                return;
            }

            left = left > ShortestRest ? Whole(left) : ShortestRest;
            reasons.Add(Task.Delay(left, timeProvider, over.Token));
            until = timeProvider.GetUtcNow() + left;
        }

        // With places left, one more is no reason to claim again: a run that waits gives its place back after every look at the vendor. Where tenants are limited, it may be the one that somebody else's job waits for.
        long? freed = hasPlaces && options.Value.ConcurrencyPerTenant is null ? null : free;
        if (freed is { } mark)
        {
            reasons.Add(places.Freed.WaitAsync(mark, over.Token));
        }

        if (hasPlaces)
        {
            reasons.Add(store.WaitForChangeAsync(change, over.Token));
        }

        var first = await RestAsync(new WorkerRest(hasPlaces ? change : null, freed, until), reasons).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(reasons).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.ThrowIfCancellationRequested();
        await first.ConfigureAwait(false);
    }

    private async Task<Task> RestAsync(WorkerRest what, IEnumerable<Task> reasons)
    {
        rest = what;
        try
        {
            return await Task.WhenAny(reasons).ConfigureAwait(false);
        }
        finally
        {
            rest = null;
        }
    }

    // Timers know whole milliseconds and 49 days: one that rings early would find nothing due yet.
    private static TimeSpan Whole(TimeSpan rest) => rest > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds));

    [LoggerMessage(1502, LogLevel.Error, "The worker could not claim jobs; it tries again in five seconds. Jobs under way go on.")]
    private partial void LogTrouble(Exception exception);
}
