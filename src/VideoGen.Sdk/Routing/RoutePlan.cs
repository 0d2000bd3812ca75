namespace VideoGen.Sdk.Routing;

/// <summary>A plan with its candidates.</summary>
/// <param name="Plan">What users see.</param>
/// <param name="Candidates">In the same order.</param>
/// <param name="HealsAt">When the first of those that could do it, but are left alone after a fault, is used again; null when there is none.</param>
internal sealed record RoutePlan(VideoPlan Plan, IReadOnlyList<Candidate> Candidates, DateTimeOffset? HealsAt);
