using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Budgets;

/// <summary>Brings recorded alerts to every sink. An alert is leased while it is on its way, so that processes share the work, and comes again when its process died or a sink failed.</summary>
internal sealed partial class AlertDelivery(ICostStore costs, IEnumerable<IBudgetAlertSink> sinks, TimeProvider timeProvider, ILogger<AlertDelivery> logger)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly IBudgetAlertSink[] sinks = [.. sinks];

    /// <summary>Delivers what is due now, one after the other.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // One at a time: a slow sink must not let the leases of others run out.
        while (await costs.LeaseAlertsAsync(1, Lease, cancellationToken).ConfigureAwait(false) is [var alert])
        {
            var outcomes = await Task.WhenAll(sinks.Select(sink => DeliverAsync(sink, alert, cancellationToken))).ConfigureAwait(false);
            if (Array.TrueForAll(outcomes, isDelivered => isDelivered))
            {
                await costs.MarkAlertDeliveredAsync(alert.Id, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await costs.RetryAlertAsync(alert.Id, PauseAfter(alert.Tries), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> DeliverAsync(IBudgetAlertSink sink, BudgetAlert alert, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await Task.Run(() => sink.DeliverAsync(alert, either.Token), either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(alert.Id, sink.GetType().Name, e);
            return false;
        }
    }

    private static TimeSpan PauseAfter(int tries)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Min(tries, 20));
        return pause < LongestPause ? pause : LongestPause;
    }

    [LoggerMessage(1702, LogLevel.Warning, "Alert {AlertId} did not reach {Sink}; it is delivered again.")]
    private partial void LogFailed(string alertId, string sink, Exception exception);
}
