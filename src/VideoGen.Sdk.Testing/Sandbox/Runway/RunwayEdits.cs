using VideoGen.Sdk.Testing.Sandbox.Rules;
using static VideoGen.Sdk.Testing.Sandbox.Runway.RunwayFields;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Models that start from a video, whose field has another name from model to model.</summary>
internal static class RunwayEdits
{
    private static readonly string[] Shapes = ["16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "21:9"];
    private static readonly Rule Source = RunwayFields.Uri.Needed();

    public static IEnumerable<RunwayModel> All()
    {
        yield return new("aleph2", May.Hold(("model", May.Text().Needed()), ("videoUri", Source), ("promptText", Prompt(1000)), ("seed", Seed),
            ("contentModeration", Moderation),
            ("references", Media(9)), ("keyframes", Keyframes()), ("targetAspectRatio", May.OneOf(Shapes)), ("ratio", May.Text(1)), ("outputFormat", Mp4)))
        {
            CreditsPerSecond = (_, _) => 28,
            LeastCredits = 56,
        };
        yield return Seedance("seedance2", null, ("promptVideo", Source), 3840, (side, _) => side > 1080 ? 150 : side > 720 ? 40 : 36);
        yield return Seedance("seedance2_fast", null, ("promptVideo", Source), 1680, (_, _) => 29);
        yield return Seedance("seedance2_mini", null, ("promptVideo", Source), 1680, (_, _) => 16) with { LeastCredits = 64 };
        yield return Seedance25(RunwayFields.Uri, "promptVideo", ("mode", May.OneOf("reference", "extend", "edit")));
        yield return new("hailuo3", May.Hold(("model", May.Text().Needed()), ("promptVideo", Source), ("promptText", Prompt(int.MaxValue).Needed()),
            ("seed", Seed),
            ("ratio", May.OneOf(["adaptive", .. Shapes])), ("duration", Seconds(5, 15)), ("resolution", May.OneOf("768p", "2k")), ("references", Media(9))))
        {
            CreditsPerSecond = (side, _) => side > 768 ? 15 : 10,
            DefaultRatio = "16:9",
        };
        yield return new("gemini_omni_flash", Flash(("ratio", Ratio("1280:720", "720:1280")), ("duration", Seconds(3, 10)))) { CreditsPerSecond = (_, _) =>
            10 };
        yield return new("gemini_omni_flash_1.1", Flash(("ratio", Pixels(3840)), ("duration", SecondsOrAuto(3, 10)),
            ("mode", May.OneOf("reference", "extend", "edit"))))
        {
            CreditsPerSecond = (side, _) => RunwayModels.FlashRate(side),
            LongestSeconds = 10,
        };
    }

    public static RunwayModel Seedance(string name, Rule? picture, (string Name, Rule Rule) main, int longest, Func<int, bool, decimal> rate)
    {
        var fields = May.Hold(("model", May.Text().Needed()), ("promptText", Prompt(3500)), ("ratio", Pixels(longest)), ("duration", SecondsOrAuto(4, 15)),
            ("audio", May.Flag()),
            ("seed", Seed), ("references", Media(9)), ("referenceVideos", Media(3)), ("referenceAudio", Media(3))).With(main);
        return new(name, picture is null ? fields : fields.With(("promptImage", picture))) { CreditsPerSecond = rate };
    }

    public static RunwayModel Seedance25(Rule? source, string sourceName, params (string Name, Rule Rule)[] more)
    {
        var fields = May.Hold(("model", May.Text().Needed()), ("promptText", Prompt(15000)), ("ratio", Pixels(1920)), ("duration", SecondsOrAuto(4, 30)),
            ("audio", May.Flag()),
            ("seed", Seed), ("references", Media(30)), ("referenceVideos", Media(10)), ("referenceAudio", Media(10))).With(more);
        return new("seedance2_5", source is null ? fields : fields.With((sourceName, source.Needed())))
        {
            CreditsPerSecond = (side, _) => new[] { 20m, 30m, 68m }[RunwayModels.Tier(side)],
            LongestSeconds = 30,
            LeastCredits = 80,
        };
    }

    private static ShapeRule Flash(params (string Name, Rule Rule)[] more) => May.Hold(
        [("model", May.Text().Needed()), ("videoUri", Source), ("promptText", Prompt(int.MaxValue).Needed()), ("seed", Seed), ("references", Media(9)),
            .. more]);

    private static ListRule Keyframes() => May.List(
        May.Hold(
            ("seconds", May.Number(0, 30)),
            ("at", May.Number(0, 1)),
            ("uri", Source),
            ("range", May.Hold(("start_seconds", May.Whole(0, 30).Needed()), ("end_seconds", May.Whole(0, 30).Needed())))),
        1,
        5);
}
