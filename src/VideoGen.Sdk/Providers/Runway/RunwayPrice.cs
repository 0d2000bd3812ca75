using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>The catalogue's price brought to what Runway bills: the longest clip where nobody says a length, input seconds, and a surcharge for other file forms.</summary>
internal static class RunwayPrice
{
    public const string ChargesForInputSeconds = "seedance2_5";

    // The most that Runway takes in: 30 seconds of clips, whatever they are for. No model makes longer clips either, should the catalogue not say.
    private static readonly TimeSpan LongestInput = TimeSpan.FromSeconds(30);

    // Credits a second (client 4.20.1): 5 for prores and PNG, 20 for 10 bits and deeper, 40 for those above four megapixels, which only aleph2 can make.
    private const decimal LightSurchargeUsd = 0.05m;
    private const decimal DeepSurchargeUsd = 0.20m;
    private const decimal DeepLargeSurchargeUsd = 0.40m;

    public static PriceEstimate Of(GenerationSpec spec, CatalogueModel model, DateOnly day)
    {
        var settings = RunwaySettings.Of(spec);
        var dialect = DialectOf(spec);
        if (spec.InputCounts.ContainsKey(ReferenceRole.Source) && spec.InputVideoDuration == TimeSpan.Zero)
        {
            spec = spec with { InputVideoDuration = LongestInput };
        }

        var length = LengthOf(spec, model, dialect, settings);
        var price = CataloguePrice.Estimate(model, spec, day, length);
        return price.Usd is { } usd && Surcharge(settings.OutputFormat, spec.Model) is > 0m and var surcharge
            ? price with { Usd = usd + (surcharge * (decimal)Math.Ceiling((length ?? spec.Duration ?? LongestInput).TotalSeconds)) }
            : price;
    }

    /// <summary>The length that decides the price; null keeps the request's own, or the catalogue's default.</summary>
    private static TimeSpan? LengthOf(GenerationSpec spec, CatalogueModel model, RunwayDialect? dialect, RunwaySettings settings)
    {
        if (dialect is null)
        {
            return null;
        }

        var longest = model.LongestSeconds(spec.Operation) is { } seconds ? TimeSpan.FromSeconds((double)seconds) : LongestInput;
        if (dialect.Has(RunwayField.Duration))
        {
            return settings.AutoDuration || settings.Mode == RunwayVideoMode.Edit ? longest : null;
        }

        // These follow the clip handed in; gemini_omni_flash says nothing of the kind, so it counts at its longest.
        var isFollowing = dialect.Has(RunwayField.Keyframes) || dialect.Has(RunwayField.Performance);
        return isFollowing && spec.InputVideoDuration > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Ceiling(spec.InputVideoDuration.TotalSeconds)) : longest;
    }

    private static RunwayDialect? DialectOf(GenerationSpec spec) => RunwayDialects.Find(
        spec.Operation switch
        {
            VideoOperation.CharacterPerformance => RunwayRoute.Performance,
            VideoOperation.VideoToVideo => RunwayRoute.Video,
            VideoOperation.ImageToVideo => RunwayRoute.Image,
            _ => RunwayRoute.Text,
        },
        spec.Model);

    private static decimal Surcharge(string? outputFormat, string model) => outputFormat switch
    {
        null or "mp4" => 0m,
        "prores" or "png_sequence" => LightSurchargeUsd,
        _ => model == "aleph2" ? DeepLargeSurchargeUsd : DeepSurchargeUsd,
    };
}
