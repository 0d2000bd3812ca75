using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Routing;

/// <summary>The one place where a price override meets the catalogue, so that it reaches every path.</summary>
internal static class AccountPrice
{
    public static PriceEstimate Of(ProviderRegistration registration, CatalogueModel model, GenerationSpec spec)
    {
        var options = registration.Options;
        var estimate = registration.Provider.Estimate(spec, model);
        if (estimate.Obstacle is not null)
        {
            return estimate;
        }

        if (options.CostPerVideoUsd is { } fixedPrice)
        {
            return new PriceEstimate { Usd = fixedPrice };
        }

        return estimate.Usd is null && options.UnknownPriceCeilingUsd is { } ceiling ? new PriceEstimate { Usd = ceiling, IsUnconfirmed = true } : estimate;
    }
}
