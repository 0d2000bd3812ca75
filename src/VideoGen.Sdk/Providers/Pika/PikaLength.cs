using VideoGen.Sdk.Providers.Catalogue;

namespace VideoGen.Sdk.Providers.Pika;

/// <summary>How long a clip gets, which is what it is priced by.</summary>
internal static class PikaLength
{
    private const int DefaultTransition = 5;
    private const int LongestTransition = 10;
    private const decimal LongestOfEffects = 10m;

    /// <summary>Seconds from one picture of <c>pikaframes</c> to the next, nearest to the wish; null leaves it to the vendor.</summary>
    public static int? Transition(GenerationSpec spec, PikaSettings settings) => settings.TransitionSeconds
        ?? (Wish(spec) is { } wish ? (int)Math.Clamp(Math.Round(wish / Gaps(spec), MidpointRounding.AwayFromZero), 1, LongestTransition) : null);

    /// <summary>Whether the pictures can be spread so that the clip comes near the wish: within a second or a fifth, as for every other model.</summary>
    public static bool FitsWish(GenerationSpec spec, PikaSettings settings) => settings.TransitionSeconds is not null || Wish(spec) is not { } wish
        || Math.Abs((Transition(spec, settings)!.Value * Gaps(spec)) - wish) <= Math.Max(1m, wish / 5);

    /// <summary>Upper bound in seconds; null where nothing bounds it.</summary>
    public static decimal? Longest(GenerationSpec spec, PikaSettings settings, CatalogueModel model) =>
        PikaModels.IsFrames(spec) ? (Transition(spec, settings) ?? DefaultTransition) * Gaps(spec)
        // Additions, swaps and effects state no length; Pika's own clips end at ten seconds, and one that follows a source may be as long as that.
        : PikaModels.HasNoLength(spec) ? Math.Max(model.LongestSeconds(spec.Operation) ?? LongestOfEffects, Math.Ceiling((decimal)spec.InputVideoDuration.TotalSeconds))
        : Wish(spec) ?? model.LongestSeconds(spec.Operation) ?? (PikaModels.IsPikas(spec.Model) ? LongestOfEffects : null);

    private static decimal? Wish(GenerationSpec spec) => (decimal?)spec.Duration?.TotalSeconds;

    private static int Gaps(GenerationSpec spec) => Math.Max(1, spec.InputCounts.Where(i => i.Key is not (ReferenceRole.Source or ReferenceRole.Audio)).Sum(i => i.Value) - 1);
}
