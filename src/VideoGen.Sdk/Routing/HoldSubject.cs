using VideoGen.Sdk.Costs;

namespace VideoGen.Sdk.Routing;

/// <summary>What a hold is about, whether it is only planned or made.</summary>
internal sealed record HoldSubject(string Provider, string Account, string Model, decimal EstimateUsd, TimeSpan LongestRun, TimeSpan? Length, IReadOnlyList<Limit> Limits);
