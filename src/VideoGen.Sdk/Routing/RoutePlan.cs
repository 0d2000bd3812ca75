namespace VideoGen.Sdk.Routing;

/// <summary>A plan with its candidates.</summary>
/// <param name="Plan">What users see.</param>
/// <param name="Candidates">In the same order.</param>
internal sealed record RoutePlan(VideoPlan Plan, IReadOnlyList<Candidate> Candidates);
