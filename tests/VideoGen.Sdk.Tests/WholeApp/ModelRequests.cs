using VideoGen.Sdk.Providers.Catalogue;
using VideoGen.Sdk.Providers.HeyGen;
using VideoGen.Sdk.Providers.Pika;

namespace VideoGen.Sdk.Tests.WholeApp;

/// <summary>Everything that a catalogue's models offer, as requests: each offer at its lengths and resolutions, with the inputs that it must have and with all that it may have.</summary>
internal static class ModelRequests
{
    // Pictures and clips by their first bytes; nobody in the sandbox looks further.
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[4000]];
    private static readonly byte[] Clip = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[4000]];
    private static readonly byte[] Sound = [.. "ID3"u8, 4, .. new byte[4000]];

    /// <summary>What must have been charged for at least once.</summary>
    public static IReadOnlyList<(string Model, VideoOperation Operation)> ToCover(string vendor) =>
        [.. from model in ModelsOf(vendor) from offer in model.Offers from operation in offer.Operations where IsPriced(vendor, offer) select (model.Id, operation)];

    public static IEnumerable<VideoRequest> Of(string vendor) =>
        from model in ModelsOf(vendor)
        from offer in model.Offers
        from operation in offer.Operations
        from inputs in InputsOf(offer, operation)
        from seconds in Lengths(offer, inputs.Count > 0).Distinct()
        from resolution in offer.Resolutions.Count == 0 ? [null] : offer.Resolutions.Select(each => (VideoResolution?)each).Skip(inputs.Count > 3 ? offer.Resolutions.Count - 1 : 0)
        select new VideoRequest
        {
            Prompt = VendorApp.Prompt,
            Model = $"{vendor}/{model.Id}",
            Operation = operation,
            Duration = seconds is { } length ? TimeSpan.FromSeconds((double)length) : null,
            Resolution = resolution,
            Sound = offer.Sound,
            ReferenceImages = [.. inputs.Where(role => role is not (ReferenceRole.Source or ReferenceRole.Audio)).Select(role => ReferenceMedia.FromBytes(Picture, "image/png", role))],
            SourceVideo = inputs.Contains(ReferenceRole.Source) ? SourceFor(vendor) with { Duration = TimeSpan.FromSeconds(5) } : null,
            Audio = inputs.Contains(ReferenceRole.Audio) ? ReferenceMedia.FromBytes(Sound, "audio/mpeg", ReferenceRole.Audio) with { Duration = TimeSpan.FromSeconds(5) } : null,
            Avatar = operation is VideoOperation.AvatarVideo ? new AvatarRequest { AvatarId = inputs.Contains(ReferenceRole.FirstFrame) ? "" : "look_1", VoiceId = "voice_1" } : null,
            Settings = SettingsFor(model.Id),
        };

    // Kling takes clips from a public address only.
    private static ReferenceMedia SourceFor(string vendor) =>
        vendor == "kling" ? ReferenceMedia.FromUrl(new Uri("https://media.example/clip.mp4"), ReferenceRole.Source) : ReferenceMedia.FromBytes(Clip, "video/mp4", ReferenceRole.Source);

    // What these cannot do without.
    private static IReadOnlyList<ProviderSettings> SettingsFor(string model) => model switch
    {
        "pikaffects" => [new PikaSettings { Pikaffect = "Melt" }],
        "video-agent" => [new HeyGenSettings { Agent = new(), LongestLength = TimeSpan.FromMinutes(5) }],
        "template" => [new HeyGenSettings { Template = new() { TemplateId = "template_1" }, LongestLength = TimeSpan.FromMinutes(1) }],
        _ => [],
    };

    private static IEnumerable<CatalogueModel> ModelsOf(string vendor) => ModelCatalogue.Embedded.Providers.Single(provider => provider.Name == vendor).Models.Where(model => model.EndsOn is null);

    // A gateway's prices are laid over the catalogue by the test.
    private static bool IsPriced(string vendor, ModelOffer offer) => vendor == "openai" || offer.Prices.Count > 0;

    private static IEnumerable<IReadOnlyList<ReferenceRole>> InputsOf(ModelOffer offer, VideoOperation operation)
    {
        var least = offer.Required.ToList();
        if (least.Count == 0 && operation is VideoOperation.ImageToVideo or VideoOperation.VideoToVideo)
        {
            least.Add(operation is VideoOperation.VideoToVideo ? ReferenceRole.Source : offer.Inputs.Keys.First(role => role is not (ReferenceRole.Source or ReferenceRole.Audio)));
        }

        yield return least;
        List<ReferenceRole> all = [.. offer.Inputs.Where(input => operation is not VideoOperation.TextToVideo).SelectMany(input => Enumerable.Repeat(input.Key, input.Value))];
        if (all.Count > least.Count)
        {
            yield return all;
        }
    }

    private static IEnumerable<decimal?> Lengths(ModelOffer offer, bool hasInputs)
    {
        IReadOnlyList<decimal?> all = offer.Seconds.Count > 0 ? [.. offer.Seconds.Select(each => (decimal?)each)] : offer.SecondsFrom is { } from ? [from, offer.SecondsTo] : [null];
        return hasInputs ? [all[^1]] : all;
    }
}
