using Microsoft.Extensions.Logging;

namespace VideoGen.Sdk.Budgets;

/// <summary>Delivers alerts and reviews the ledger in every process that runs jobs, beside the jobs and never in their way: a round that fails is tried again with the next.</summary>
internal sealed partial class MoneyRounds(AlertDelivery delivery, SpendingReview review, TimeProvider timeProvider, ILogger<MoneyRounds> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenReviews = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private ITimer? timer;
    private Task round = Task.CompletedTask;
    private DateTimeOffset reviewDueAt;

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

    /// <summary>One round.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await delivery.RunAsync(cancellationToken).ConfigureAwait(false);
        if (timeProvider.GetUtcNow() is var now && now >= reviewDueAt)
        {
            await review.RunAsync(cancellationToken).ConfigureAwait(false);
            reviewDueAt = now + BetweenReviews;
            await delivery.RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        Task last;
        lock (gate)
        {
            timer?.Dispose();
            last = round;
        }

        await last.ConfigureAwait(false);
        stopping.Dispose();
    }

    private void Kick()
    {
        lock (gate)
        {
            if (round.IsCompleted && !stopping.IsCancellationRequested)
            {
                round = Task.Run(RoundAsync, CancellationToken.None);
            }
        }
    }

    private async Task RoundAsync()
    {
        try
        {
            await RunAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
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
