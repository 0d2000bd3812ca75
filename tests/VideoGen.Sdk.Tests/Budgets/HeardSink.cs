using System.Collections.Concurrent;
using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Tests.Budgets;

/// <summary>Keeps what it hears.</summary>
internal sealed class HeardSink : IBudgetAlertSink
{
    public ConcurrentQueue<BudgetAlert> Alerts { get; } = new();

    public Task DeliverAsync(BudgetAlert alert, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Alerts.Enqueue(alert);
        return Task.CompletedTask;
    }
}
