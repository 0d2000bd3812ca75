using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Budgets;

/// <summary>Policy: which money limits apply to an attempt now. Holding them is the cost store's work.</summary>
/// <remarks>Implementers MUST be safe for use by many threads at once, MUST NOT block, and MUST NOT return a limit that the attempt is not in.</remarks>
public interface IBudgetGuard
{
    /// <summary>Every money limit that binds this attempt.</summary>
    IReadOnlyList<Limit> LimitsFor(BudgetSubject subject);
}
