using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Contracts.Providers;

/// <summary>What became of one submit.</summary>
/// <param name="Outcome">What the provider made of the answer.</param>
/// <param name="Readiness">What the provider says of its configuration.</param>
/// <param name="Requests">Requests of any kind that reached the vendor.</param>
public sealed record SubmitTrial(SubmissionOutcome Outcome, ProviderReadiness Readiness, int Requests);
