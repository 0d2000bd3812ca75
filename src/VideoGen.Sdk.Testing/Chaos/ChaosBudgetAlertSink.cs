using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A place for alerts as one simulated process sees it. Its one point is <c>alerts.Deliver</c>; it fails with <see cref="HttpRequestException"/>, as a receiver that cannot be reached.</summary>
/// <param name="inner">The sink.</param>
/// <param name="process">The process.</param>
public sealed class ChaosBudgetAlertSink(IBudgetAlertSink inner, ChaosProcess process) : IBudgetAlertSink
{
    /// <inheritdoc/>
    public Task DeliverAsync(BudgetAlert alert, CancellationToken cancellationToken = default) => process.CallAsync(
        "alerts.Deliver",
        async () =>
        {
            await inner.DeliverAsync(alert, cancellationToken).ConfigureAwait(false);
            return true;
        },
        Fault);

    private static HttpRequestException Fault(bool isDone) => new(isDone ? "simulated: the receiver's answer was lost" : "simulated: the receiver cannot be reached");
}
