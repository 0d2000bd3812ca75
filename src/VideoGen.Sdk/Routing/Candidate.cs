using VideoGen.Sdk.Costs;
using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Routing;

/// <summary>A candidate with all that an attempt is made from.</summary>
/// <param name="Registration">The account.</param>
/// <param name="Spec">What will be asked.</param>
/// <param name="Limits">Every limit that binds it.</param>
/// <param name="Refusals">Those in its way now; empty when it fits.</param>
/// <param name="Plan">What users see of it.</param>
internal sealed record Candidate(
    ProviderRegistration Registration,
    GenerationSpec Spec,
    IReadOnlyList<Limit> Limits,
    IReadOnlyList<LimitRefusal> Refusals,
    PlanCandidate Plan);
