using Microsoft.Extensions.Logging;

namespace VideoGen.Sdk.Budgets;

/// <summary>
/// Delivers alerts and reviews the ledger in every process that runs jobs, beside the jobs and never in their way: a round that fails is tried again with the next. The two do not wait for each other, so
/// that receivers which are away hold up no review. What is due when the process ends is delivered first, for a short while.
/// </summary>
internal sealed partial class MoneyRounds(AlertDelivery delivery, SpendingReview review, TimeProvider timeProvider, ILogger<MoneyRounds> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenReviews = TimeSpan.FromHours(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private ITimer? timer;
    private Task delivering = Task.CompletedTask;
    private Task reviewing = Task.CompletedTask;

    // Not by the time of day, which may be set back.
    private long? reviewedAt;

    /// <summary>What is under way now.</summary>
    internal Task UnderWay
    {
        get
        {
            lock (gate)
            {
                return Task.WhenAll(delivering, reviewing);
            }
        }
    }

    /// <summary>Begins the rounds; once they go, nothing.</summary>
    public void Begin()
    {
        lock (gate)
        {
            if (!stopping.IsCancellationRequested)
            {
                timer ??= timeProvider.CreateTimer(_ => Kick(), null, Pause, Pause);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        lock (gate)
        {
            timer?.Dispose();
        }

        await UnderWay.ConfigureAwait(false);
        if (timer is not null)
        {
            using var soon = new CancellationTokenSource(Farewell, timeProvider);
            await TryAsync(delivery.RunAsync, soon.Token).ConfigureAwait(false);
        }

        stopping.Dispose();
    }

    private void Kick()
    {
        lock (gate)
        {
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            if (delivering.IsCompleted)
            {
                delivering = Task.Run(() => TryAsync(delivery.RunAsync, stopping.Token), CancellationToken.None);
            }

            if (reviewing.IsCompleted && (reviewedAt is not { } at || timeProvider.GetElapsedTime(at) >= BetweenReviews))
            {
                reviewing = Task.Run(() => TryAsync(ReviewAsync, stopping.Token), CancellationToken.None);
            }
        }
    }

    private async Task ReviewAsync(CancellationToken cancellationToken)
    {
        await review.RunAsync(cancellationToken).ConfigureAwait(false);
        reviewedAt = timeProvider.GetTimestamp();
    }

    private async Task TryAsync(Func<CancellationToken, Task> round, CancellationToken cancellationToken)
    {
        try
        {
            await round(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process ends; what was leased is due again when its lease ends.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogTrouble(e);
        }
    }

    [LoggerMessage(1704, LogLevel.Warning, "Alerts could not be delivered or the ledger not be reviewed; both are tried again in ten seconds.")]
    private partial void LogTrouble(Exception exception);
}
