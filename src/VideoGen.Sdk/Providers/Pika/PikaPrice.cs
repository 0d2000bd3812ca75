using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>The upper bound of a job: by the vendor's own prices while they are fresh, else by the catalogue of this package.</summary>
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

            var seconds = PikaLength.Longest(spec, settings);
            return table.Find(PikaModels.ApiId(spec), spec, seconds, maxAge) is { } usd
                ? new PriceEstimate { Usd = usd }
                : CataloguePrice.Estimate(model, spec, day, seconds is { } s ? TimeSpan.FromTicks((long)(s * TimeSpan.TicksPerSecond)) : null);
        }
        catch (ProviderCallException e)
        {
            return PriceEstimate.Impossible(e.Failure?.Message ?? e.Message);
        }
    }
}
