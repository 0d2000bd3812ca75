using static VideoGen.Sdk.Providers.Runway.RunwayField;

namespace VideoGen.Sdk.Providers.Runway;

/// <summary>Which model has which field on which endpoint, as the types of client 4.20.1 (2026-09-29) say. Unknown fields are refused by the vendor, so nothing else is ever sent.</summary>
internal static class RunwayDialects
{
    private const RunwayField Seedance = Seed | Audio | Duration | AutoDuration | Ratio | ReferenceAudio;
    private const RunwayField AllReferences = References | ReferenceVideos | ReferenceAudio;
    private const RunwayField Ends = FirstFrame | LastFrame;
    private const RunwayField OrderedEnds = Ends | LastNeedsFirst;

    // A model that we do not list gets the fields that nearly all have.
    private const RunwayField Common = Duration | Ratio | Seed;

    private static readonly Dictionary<(string Route, string Model), RunwayDialect> All = List().ToDictionary(d => (d.Route, d.Model));

    /// <summary>The fields of a model on an endpoint; null when the model is known and not served there.</summary>
    public static RunwayDialect? Find(string route, string model) => All.TryGetValue((route, model), out var known) ? known
        : IsKnown(model) ? null
        : Unlisted(route, model);

    public static bool IsKnown(string model) => All.Keys.Any(k => k.Model == model);

    private static IEnumerable<RunwayDialect> List() => [.. FromText(), .. FromImage(), .. FromVideo(), new("act_two", RunwayRoute.Performance, Performance | Ratio | Seed | Moderation)];

    private static IEnumerable<RunwayDialect> FromText() => At(
        RunwayRoute.Text,
        ("gen4.5", Seed | Moderation | OutputFormat | Duration | Ratio),
        ("veo3.1", Seed | Audio | NegativePrompt | Duration | Ratio),
        ("veo3.1_fast", Seed | Audio | NegativePrompt | Duration | Ratio),
        ("seedance2", Seedance | AllReferences),
        ("seedance2_fast", Seedance | AllReferences),
        ("seedance2_mini", Seedance | AllReferences),
        ("seedance2_5", Seedance | AllReferences),
        ("hailuo3", Duration | Ratio | Resolution | AllReferences),
        ("h3_max", Duration | Resolution | PromptExpansion | Seed),
        ("wan3", Audio | Duration | Ratio | AllReferences),
        ("wan3_prime", Audio | Duration | Ratio | AllReferences),
        ("grok_imagine_1_5", Duration | Ratio | Resolution | References | ReferenceAudio),
        ("gemini_omni_flash", Duration | Ratio),
        ("gemini_omni_flash_1.1", Duration | AutoDuration | Ratio | References | ReferenceVideos | UntypedVideos),
        ("happyhorse_1_0", Duration | Ratio));

    private static IEnumerable<RunwayDialect> FromImage() => At(
        RunwayRoute.Image,
        ("gen4.5", FirstFrame | Seed | Moderation | OutputFormat | Duration | Ratio),
        ("gen4_turbo", FirstFrame | Seed | Moderation | Duration | Ratio),
        ("veo3.1", OrderedEnds | Seed | Audio | NegativePrompt | Duration | Ratio),
        ("veo3.1_fast", OrderedEnds | Seed | Audio | NegativePrompt | Duration | Ratio),
        ("seedance2", Ends | Seedance),
        ("seedance2_fast", Ends | Seedance),
        ("seedance2_mini", Ends | Seedance),
        ("seedance2_5", Ends | Seedance),
        ("hailuo3", Ends | Duration | Ratio | Resolution | ReferenceAudio),
        ("h3_max", OrderedEnds | Duration | Resolution | PromptExpansion | Seed),
        ("wan3", Ends | Audio | Duration | AutoRatio | ReferenceVideos | ReferenceAudio),
        ("wan3_prime", Ends | Audio | Duration | AutoRatio | ReferenceVideos | ReferenceAudio),
        ("grok_imagine_1_5", FirstFrame | Duration | Resolution),
        ("gemini_omni_flash", FirstFrame | Duration | Ratio),
        ("gemini_omni_flash_1.1", OrderedEnds | Duration | AutoDuration | Ratio),
        ("happyhorse_1_0", FirstFrame | Duration | Resolution));

    private static IEnumerable<RunwayDialect> FromVideo() => At(
        RunwayRoute.Video,
        ("aleph2", VideoUri | Keyframes | OutputFormat | TargetRatio | Moderation | Seed),
        ("seedance2", PromptVideo | Seedance | AllReferences),
        ("seedance2_fast", PromptVideo | Seedance | AllReferences),
        ("seedance2_mini", PromptVideo | Seedance | AllReferences),
        ("seedance2_5", PromptVideo | Mode | Seedance | AllReferences),
        ("hailuo3", PromptVideo | Duration | Ratio | Resolution | AllReferences),
        ("gemini_omni_flash", VideoUri | References),
        ("gemini_omni_flash_1.1", VideoUri | Mode | Duration | AutoDuration | Ratio | References));

    private static IEnumerable<RunwayDialect> At(string route, params IEnumerable<(string Model, RunwayField Fields)> models) =>
        models.Select(m => new RunwayDialect(m.Model, route, m.Fields));

    // How an unlisted model names its source clip cannot be known, so it is not asked for one.
    private static RunwayDialect? Unlisted(string route, string model) => route switch
    {
        RunwayRoute.Text => new(model, route, Common),
        RunwayRoute.Image => new(model, route, Common | Ends),
        _ => null,
    };
}
