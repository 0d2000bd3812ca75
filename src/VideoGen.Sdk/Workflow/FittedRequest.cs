using VideoGen.Sdk.Providers;

namespace VideoGen.Sdk.Workflow;

/// <summary>What direct use would submit for a request.</summary>
/// <param name="Spec">The model, and every wish brought to what it offers.</param>
/// <param name="Estimate">Upper bound of the price, by catalogue or provider; the account of the key pays.</param>
/// <param name="Notes">What was changed to fit, in words; empty when nothing.</param>
public sealed record FittedRequest(GenerationSpec Spec, PriceEstimate Estimate, IReadOnlyList<string> Notes);
