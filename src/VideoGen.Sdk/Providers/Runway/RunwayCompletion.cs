using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Fills what a request left open from the catalogue: the client writes no defaults down, and length and size decide the price.</summary>
internal static class RunwayCompletion
{
    // Shapes are small numbers (16:9), sizes are pixels (1280:720).
    private const int LeastPixels = 100;

    public static GenerationSpec Of(GenerationSpec spec, RunwayDialect dialect, CatalogueModel? model)
    {
        var offers = model?.Offers.Where(o => o.Operations.Contains(spec.Operation)).ToList() ?? [];
        var resolution = spec.Resolution ?? (dialect.Has(RunwayField.Resolution) || dialect.Has(RunwayField.AutoRatio) ? Resolution(offers) : null);
        return spec with
        {
            Resolution = resolution,
            AspectRatio = dialect.Has(RunwayField.Ratio) ? Ratio(offers, spec.AspectRatio, resolution) : spec.AspectRatio,
            Duration = dialect.Has(RunwayField.Duration) ? spec.Duration ?? Duration(offers) : null,
        };
    }

    public static bool IsPixels(AspectRatio ratio) => Math.Min(ratio.Width, ratio.Height) >= LeastPixels;

    private static AspectRatio? Ratio(List<ModelOffer> offers, AspectRatio? wish, VideoResolution? resolution)
    {
        var offered = offers.SelectMany(o => o.Ratios).ToList();
        if (wish is not { } ratio)
        {
            return offered.Count == 0 ? null : offered.FirstOrDefault(r => Fits(r, resolution), offered[0]);
        }

        if (offered.Contains(ratio))
        {
            return ratio;
        }

        var same = offered.Where(r => r.IsSameShapeAs(ratio)).ToList();
        return same.Count == 0 ? ratio : same.FirstOrDefault(r => Fits(r, resolution), same.FirstOrDefault(r => Fits(r, VideoResolution.Hd), same[0]));
    }

    private static bool Fits(AspectRatio ratio, VideoResolution? resolution) =>
        resolution is not { } wish || !IsPixels(ratio) || Math.Min(ratio.Width, ratio.Height) == wish.Lines;

    private static VideoResolution? Resolution(List<ModelOffer> offers) =>
        offers.Select(o => o.DefaultResolution ?? o.Resolutions.Select(r => (VideoResolution?)r).FirstOrDefault()).FirstOrDefault(r => r is not null);

    private static TimeSpan? Duration(List<ModelOffer> offers) => offers
        .Select(o => o.DefaultSeconds ?? o.SecondsFrom ?? o.Seconds.Select(s => (decimal?)s).FirstOrDefault())
        .FirstOrDefault(s => s is not null) is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null;
}
