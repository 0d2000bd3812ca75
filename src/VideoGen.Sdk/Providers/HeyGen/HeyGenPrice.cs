using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>The upper bound of a job: the longest that the video can become, at the catalogue's price.</summary>
internal static class HeyGenPrice
{
    private static readonly TimeSpan LongestSpeech = TimeSpan.FromMinutes(10);

    // Clips are asked for in whole seconds and come as whole frames: 5.04 s for 5 s is what was asked for.
    private static readonly TimeSpan ClipGrain = TimeSpan.FromSeconds(1);

    public static PriceEstimate Estimate(GenerationSpec spec, CatalogueModel model, DateOnly day)
    {
        try
        {
            var settings = HeyGenSettings.Of(spec);
            return HeyGenModels.IsAskedFor(HeyGenModels.ProductOf(spec.Model), settings)
                ? CataloguePrice.Estimate(model, spec, day, BoundOf(spec, settings))
                : PriceEstimate.Impossible("is not the product that the HeyGenSettings ask for (Agent and Template choose theirs)");
        }
        catch (ProviderCallException e)
        {
            return PriceEstimate.Impossible(e.Failure?.Message ?? e.Message);
        }
    }

    /// <summary>The price of the real length where the video became longer than was held for; null where the hold suffices.</summary>
    public static decimal? Excess(GenerationSpec? spec, TimeSpan? real, ModelCatalogue catalogue, DateOnly day) =>
        spec is not null && real is { } length && BoundOf(spec, HeyGenSettings.Of(spec)) is { } bound && IsLonger(HeyGenModels.ProductOf(spec.Model), length, bound) && catalogue.Find("heygen", spec.Model) is { } model
            ? CataloguePrice.Estimate(model, spec, day, length).Usd
            : null;

    private static bool IsLonger(HeyGenProduct product, TimeSpan real, TimeSpan bound) => product == HeyGenProduct.Clip ? real >= bound + ClipGrain : real > bound;

    private static TimeSpan? BoundOf(GenerationSpec spec, HeyGenSettings settings) => HeyGenModels.ProductOf(spec.Model) switch
    {
        HeyGenProduct.Clip => spec.Duration,
        HeyGenProduct.Presenter when !spec.InputCounts.ContainsKey(ReferenceRole.Audio) => HeyGenSpeech.Bound(HeyGenPresenterComposer.ScriptOf(spec), spec.Avatar?.Speed ?? 1m),
        HeyGenProduct.Presenter => Declared(settings, LongestSpeech),
        _ => Declared(settings, HeyGenSpeech.Longest),
    };

    private static TimeSpan Declared(HeyGenSettings settings, TimeSpan longest) => settings.LongestLength is { } said && said > TimeSpan.Zero && said < longest ? said : longest;
}
