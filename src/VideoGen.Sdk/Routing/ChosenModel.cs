using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Routing;

/// <summary>The model that stands for an account, fitted and priced.</summary>
internal sealed record ChosenModel(CatalogueModel Model, GenerationSpec Spec, decimal EstimateUsd, bool IsUnconfirmed, IReadOnlyList<string> Notes)
{
    public PlanCandidate Describe(ProviderDescriptor descriptor) => new()
    {
        Provider = descriptor.Name,
        Account = descriptor.Account,
        Model = Model.Id,
        Duration = Spec.Duration,
        AspectRatio = Spec.AspectRatio,
        Resolution = Spec.Resolution,
        Sound = Spec.Sound,
        EstimateUsd = EstimateUsd,
        IsPriceUnconfirmed = IsUnconfirmed,
        LongestRun = Model.LongestRun,
        Notes = Notes,
    };
}
