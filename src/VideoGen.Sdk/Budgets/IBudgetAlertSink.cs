using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Budgets;

/// <summary>Where alerts about money go. Any number may be registered; each gets every alert, at least once.</summary>
/// <remarks>
/// Implementers MUST be safe for use by many threads at once. MUST bear the same alert twice: its <see cref="BudgetAlert.Id"/> is the same then.
/// MUST throw when the alert did not arrive: it is delivered again, to every sink, after ten seconds, later each time, at most an hour apart. MUST end when the token says so, which it does after 30 seconds.
/// </remarks>
public interface IBudgetAlertSink
{
    /// <summary>Delivers one alert.</summary>
    Task DeliverAsync(BudgetAlert alert, CancellationToken cancellationToken = default);
}
