using VideoGen.Sdk.Budgets;
using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Testing.Chaos;

/// <summary>A budget guard as one simulated process sees it. Its one point is <c>budgets.LimitsFor</c>; it fails with <see cref="InvalidOperationException"/>, as one whose settings cannot be read.</summary>
/// <param name="inner">The guard.</param>
/// <param name="process">The process.</param>
public sealed class ChaosBudgetGuard(IBudgetGuard inner, ChaosProcess process) : IBudgetGuard
{
    /// <inheritdoc/>
    public IReadOnlyList<Limit> LimitsFor(BudgetSubject subject)
    {
        var effect = process.Enter("budgets.LimitsFor", Fault);
        var limits = inner.LimitsFor(subject);
        process.Leave(effect, Fault);
        return limits;
    }

    private static InvalidOperationException Fault(bool isDone) => new("simulated: the limits cannot be read");
}
