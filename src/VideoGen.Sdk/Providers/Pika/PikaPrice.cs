using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>The upper bound of a job: by the vendor's own prices while they are fresh, else by the catalogue; a price that the app wrote into it holds at least.</summary>
internal static class PikaPrice
{
    private static readonly string[] Priced = ["resolution", "duration_s", "transition_duration_s"];

    public static PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model, PikaPriceTable table, TimeSpan maxAge, DateOnly day)
    {
        try
        {
            var settings = PikaSettings.Read(spec.SettingsJson);
            if (settings.Fields?.Any(f => Priced.Contains(f.Key)) ?? false)
            {
                return PriceEstimate.Unknown;
            }

            var seconds = PikaLength.Longest(spec, settings, model);
            var listed = CataloguePrice.Estimate(model, spec, day, seconds is { } s ? TimeSpan.FromTicks((long)(s * TimeSpan.TicksPerSecond)) : null);
            return table.Find(PikaModels.ApiId(spec), spec, seconds, maxAge) is not { } usd ? listed
                : new PriceEstimate { Usd = IsShipped(model) ? usd : Math.Max(usd, listed.Usd ?? 0m) };
        }
        catch (ProviderCallException e)
        {
            return PriceEstimate.Impossible(e.Failure?.Message ?? e.Message);
        }
    }

    // What the app wrote into its own catalogue is meant, so a vendor's lower price does not undo it.
    private static bool IsShipped(CatalogueModel model) => ReferenceEquals(model, ModelCatalogue.Embedded.Find("pika", model.Id));
}
