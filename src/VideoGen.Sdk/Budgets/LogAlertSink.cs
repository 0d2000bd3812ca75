using Microsoft.Extensions.Logging;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Budgets;

/// <summary>Writes alerts to the app's log as warnings. There by default.</summary>
internal sealed partial class LogAlertSink(ILogger<LogAlertSink> logger) : IBudgetAlertSink
{
    public Task DeliverAsync(BudgetAlert alert, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        cancellationToken.ThrowIfCancellationRequested();
        LogAlert(alert.Kind, alert.Message, alert.Id);
        return Task.CompletedTask;
    }

    [LoggerMessage(1701, LogLevel.Warning, "Spending alert ({Kind}): {Message} Alert {AlertId}.")]
    private partial void LogAlert(BudgetAlertKind kind, string message, string alertId);
}
