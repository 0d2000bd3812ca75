using VideoGen.Sdk.Providers;
using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Routing;

/// <summary>A request fitted to one model: the spec to submit, or the obstacle.</summary>
internal sealed record OfferMatch
{
    public GenerationSpec? Spec { get; private init; }

    public string? Obstacle { get; private init; }

    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>Fits a request to one offer of a model. Pure.</summary>
    public static OfferMatch Try(VideoRequest request, Wishes wishes, CatalogueModel model, ModelOffer offer)
    {
        if (InputObstacle(request, offer) is { } input)
        {
            return new OfferMatch { Obstacle = input };
        }

        if (request.Sound is { } sound && sound != offer.Sound)
        {
            return new OfferMatch { Obstacle = sound ? "makes no sound here" : "always has sound" };
        }

        var resolution = Snapping.Resolution(offer, wishes);
        var duration = Snapping.Duration(offer, wishes);

        // Vendors that name the shape in pixels (1280:720) tie shape and resolution together.
        var ratios = offer.Ratios.Where(r => r.Height < 100 || resolution.Value is not { } v || Math.Min(r.Width, r.Height) == v.Lines);
        var ratio = Snapping.Ratio(offer, wishes, ratios);
        if ((resolution.Obstacle ?? duration.Obstacle ?? ratio.Obstacle) is { } obstacle)
        {
            return new OfferMatch { Obstacle = obstacle };
        }

        var prompt = PromptOf(request, model);
        return model.PromptLimit is { } limit && prompt.Length > limit
            ? new OfferMatch { Obstacle = $"takes prompts of {limit} characters, this one has {prompt.Length}" }
            : new OfferMatch
            {
                Spec = SpecOf(request, model, offer, prompt) with { Duration = duration.Value, AspectRatio = ratio.Value, Resolution = resolution.Value },
                Notes = [.. new[] { duration.Note, ratio.Note, resolution.Note, DroppedNegative(request, model) }.OfType<string>()],
            };
    }

    private static GenerationSpec SpecOf(VideoRequest request, CatalogueModel model, ModelOffer offer, string prompt) => new()
    {
        Operation = request.EffectiveOperation,
        Model = model.Id,
        Prompt = prompt,
        NegativePrompt = model.TakesNegativePrompt ? request.NegativePrompt : null,
        Style = model.TakesStyle ? request.Style : null,
        Sound = offer.Sound,
        Language = request.Language,
        Seed = model.TakesSeed ? request.Seed : null,
        Avatar = request.Avatar,
        InputCounts = InputsOf(request).GroupBy(i => i.Role).ToDictionary(g => g.Key, g => g.Count()),
        InputVideoDuration = Sum(request),
        SettingsJson = request.Settings.FirstOrDefault(s => string.Equals(s.Provider, model.Provider, StringComparison.OrdinalIgnoreCase))?.ToJson(),
    };

    public static IEnumerable<ReferenceMedia> InputsOf(VideoRequest request) =>
        request.ReferenceImages
            .Concat(request.SourceVideo is { } source ? [source with { Role = ReferenceRole.Source }] : [])
            .Concat(request.ReferenceVideos)
            .Concat(request.Audio is { } audio ? [audio with { Role = ReferenceRole.Audio }] : []);

    private static string PromptOf(VideoRequest request, CatalogueModel model) =>
        request.Style is { Length: > 0 } style && !model.TakesStyle ? $"{request.Prompt}. Style: {style}" : request.Prompt;

    private static string? DroppedNegative(VideoRequest request, CatalogueModel model) =>
        request.NegativePrompt is { Length: > 0 } && !model.TakesNegativePrompt ? "negative prompt dropped: the model takes none" : null;

    private static TimeSpan Sum(VideoRequest request) =>
        (request.SourceVideo?.Duration ?? TimeSpan.Zero) + request.ReferenceVideos.Aggregate(TimeSpan.Zero, (sum, v) => sum + (v.Duration ?? TimeSpan.Zero));

    private static string? InputObstacle(VideoRequest request, ModelOffer offer)
    {
        if (!offer.Operations.Contains(request.EffectiveOperation))
        {
            return $"does not do {request.EffectiveOperation}";
        }

        var given = InputsOf(request).GroupBy(i => i.Role).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (role, count) in given)
        {
            var most = offer.Inputs.GetValueOrDefault(role);
            if (count > most)
            {
                return most == 0 ? $"takes no {role} input" : $"takes {most} {role} inputs, given {count}";
            }
        }

        var missing = offer.Required.FirstOrDefault(r => !given.ContainsKey(r), (ReferenceRole)(-1));
        return (int)missing < 0 ? null : $"needs a {missing} input";
    }
}
