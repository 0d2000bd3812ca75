namespace VideoGen.Sdk.Providers.Fal;

/// <summary>The lengths between the pictures of pikaframes: whole seconds, 25 at most together, 5 each unless said otherwise.</summary>
internal static class FalTransitions
{
    private const int Default = 5;
    private const int MostTogether = 25;

    /// <summary>The whole length in seconds.</summary>
    public static int Seconds(GenerationSpec spec) => Wish(spec) ?? (Default * Gaps(Pictures(spec)));

    /// <summary>Spreads the wish evenly, the longer ones first; null leaves the lengths to the model.</summary>
    public static IReadOnlyList<int>? Of(GenerationSpec spec, int pictures)
    {
        if (pictures is < 2 or > 5)
        {
            throw FalErrors.Refuse("pikaframes needs 2 to 5 pictures.");
        }

        var gaps = Gaps(pictures);
        return Wish(spec) is not { } wish ? null
            : wish < gaps || wish > MostTogether ? throw FalErrors.NotSupported($"pikaframes takes {gaps} to {MostTogether} seconds between {pictures} pictures.")
            : [.. Enumerable.Range(0, gaps).Select(i => (wish / gaps) + (i < wish % gaps ? 1 : 0))];
    }

    private static int? Wish(GenerationSpec spec) => spec.Duration is { } d ? (int)Math.Ceiling(d.TotalSeconds) : null;

    private static int Gaps(int pictures) => Math.Max(1, pictures - 1);

    private static int Pictures(GenerationSpec spec) => spec.InputCounts.Where(i => i.Key is not (ReferenceRole.Source or ReferenceRole.Audio)).Sum(i => i.Value);
}
