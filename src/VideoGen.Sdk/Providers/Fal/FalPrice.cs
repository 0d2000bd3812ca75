using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Fal;

/// <summary>The upper bound of a request, by the catalogue: fal has no quote.</summary>
internal static class FalPrice
{
    private static readonly string[] Priced = ["resolution", "duration", "transitions"];

    public static PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model, DateOnly day)
    {
        try
        {
            return FalSettings.Read(spec.SettingsJson).Input?.Any(f => Priced.Contains(f.Key)) ?? false
                ? PriceEstimate.Unknown
                : CataloguePrice.Estimate(model, spec, day, FalModels.IsPikaframes(spec.Model) ? TimeSpan.FromSeconds(FalTransitions.Seconds(spec)) : null);
        }
        catch (ProviderCallException e)
        {
            return PriceEstimate.Impossible(e.Failure?.Message ?? e.Message);
        }
    }
}
