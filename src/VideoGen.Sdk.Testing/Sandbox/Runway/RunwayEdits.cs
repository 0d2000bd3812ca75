using VideoGen.Sdk.Testing.Sandbox.Rules;
using static VideoGen.Sdk.Testing.Sandbox.Runway.RunwayFields;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Models that start from a video, whose field has another name from model to model.</summary>
internal static class RunwayEdits
{
    private static readonly Rule Source = RunwayFields.Uri.Needed();

    public static IEnumerable<RunwayModel> All() =>
    [
        Aleph2(),
        Seedance2(null, ("promptVideo", Source)),
        Seedance2Fast(null, ("promptVideo", Source)),
        Seedance2Mini(null, ("promptVideo", Source)),
        Seedance25(null, ("promptVideo", Source), ("mode", May.OneOf("reference", "extend", "edit"))),
        Hailuo(),
        new("gemini_omni_flash", Flash()) { CreditsPerSecond = RunwayRates.Flat(10) },
        new("gemini_omni_flash_1.1", Flash(("ratio", Ratio(RunwayRatios.Flash11)), ("duration", SecondsOrAuto(3, 10)), ("mode", May.OneOf("reference", "extend", "edit"))))
        {
            CreditsPerSecond = (side, _) => RunwayRates.Flash11(side),
            LongestSeconds = 10,
        },
    ];

    public static RunwayModel Seedance2(Rule? picture, (string Name, Rule Rule) main) =>
        new("seedance2", Seedance(picture, main, RunwayRatios.Seedance2)) { CreditsPerSecond = (side, _) => RunwayRates.Seedance2(side) };

    public static RunwayModel Seedance2Fast(Rule? picture, (string Name, Rule Rule) main) =>
        new("seedance2_fast", Seedance(picture, main, RunwayRatios.SeedanceSmall)) { CreditsPerSecond = RunwayRates.Flat(29) };

    public static RunwayModel Seedance2Mini(Rule? picture, (string Name, Rule Rule) main) =>
        new("seedance2_mini", Seedance(picture, main, RunwayRatios.SeedanceSmall)) { CreditsPerSecond = RunwayRates.Flat(16), LeastCredits = 64 };

    public static RunwayModel Seedance25(Rule? picture, params (string Name, Rule Rule)[] more)
    {
        (string, Rule)[] fields =
        [
            ("model", May.Text().Needed()),
            ("promptText", Prompt(15000)),
            ("ratio", Ratio(RunwayRatios.Seedance25)),
            ("duration", SecondsOrAuto(4, 30)),
            ("audio", May.Flag()),
            ("seed", Seed),
            ("referenceAudio", Media(10)),
            .. picture is null ? ((string, Rule)[])[("references", Media(30)), ("referenceVideos", Media(10))] : [("promptImage", picture)],
            .. more,
        ];
        return new("seedance2_5", May.Hold(fields))
        {
            CreditsPerSecond = RunwayRates.Three(20, 30, 68),
            LongestSeconds = 30,
            LeastCredits = 80,
        };
    }

    private static RunwayModel Aleph2() => new(
        "aleph2",
        May.Hold(
            ("model", May.Text().Needed()),
            ("videoUri", Source),
            ("promptText", Prompt(1000)),
            ("seed", Seed),
            ("contentModeration", Moderation),
            ("keyframes", Keyframes()),
            ("targetAspectRatio", May.OneOf(RunwayRatios.Aleph)),
            ("ratio", May.Text(1)), // deprecated, and ignored here
            ("outputFormat", May.OneOf("mp4", "prores", "png_sequence", "sdr_rec709_10bit")),
            ("proresProfile", ProresProfile))) { CreditsPerSecond = RunwayRates.Flat(28), LeastCredits = 56 };

    private static RunwayModel Hailuo() => new(
        "hailuo3",
        May.Hold(
            ("model", May.Text().Needed()),
            ("promptVideo", Source),
            ("promptText", Prompt(int.MaxValue).Needed()),
            ("ratio", Ratio(["adaptive", .. RunwayRatios.Shapes])),
            ("duration", Seconds(5, 15)),
            ("resolution", Height("768p", "2k")),
            ("references", Media(9)),
            ("referenceVideos", Media(3)),
            ("referenceAudio", Media(3)))) { CreditsPerSecond = RunwayRates.Two(768, 10, 15), DefaultRatio = "16:9" };

    private static ShapeRule Seedance(Rule? picture, (string Name, Rule Rule) main, string[] ratios) => May.Hold(
    [
        ("model", May.Text().Needed()),
        ("promptText", Prompt(3500)),
        ("ratio", Ratio(ratios)),
        ("duration", SecondsOrAuto(4, 15)),
        ("audio", May.Flag()),
        ("seed", Seed),
        ("referenceAudio", Media(3)),
        .. picture is null ? ((string, Rule)[])[("references", Media(9)), ("referenceVideos", Media(3))] : [("promptImage", picture)],
    ]).With(main);

    private static ShapeRule Flash(params (string Name, Rule Rule)[] more) => May.Hold(
    [
        ("model", May.Text().Needed()),
        ("videoUri", Source),
        ("promptText", Prompt(int.MaxValue).Needed()),
        ("references", Media(9)),
        .. more,
    ]);

    private static ListRule Keyframes() => May.List(
        May.Hold(
            ("seconds", May.Number(0, 30)),
            ("at", May.Number(0, 1)),
            ("uri", Source),
            ("range", May.Hold(("start_seconds", May.Whole(0, 30).Needed()), ("end_seconds", May.Whole(0, 30).Needed())))),
        1,
        5);
}
