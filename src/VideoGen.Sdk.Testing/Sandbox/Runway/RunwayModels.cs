using VideoGen.Sdk.Testing.Sandbox.Rules;
using static VideoGen.Sdk.Testing.Sandbox.Runway.RunwayFields;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Which models each endpoint takes, as client 4.20.1 of 2026-09-29 knows them.</summary>
internal static class RunwayModels
{
    public static RunwayModel[] TextToVideo { get; } = [.. Generators(image: false)];

    public static RunwayModel[] ImageToVideo { get; } = [.. Generators(image: true), RunwayGenerators.Gen4Turbo()];

    public static RunwayModel[] VideoToVideo { get; } = [.. RunwayEdits.All()];

    public static RunwayModel[] CharacterPerformance { get; } = [ActTwo()];

    private static IEnumerable<RunwayModel> Generators(bool image) =>
    [
        RunwayGenerators.Gen45(image),
        RunwayGenerators.Veo("veo3.1", image, silent: 20, sound: 40),
        RunwayGenerators.Veo("veo3.1_fast", image, silent: 10, sound: 15),
        .. RunwayGenerators.Seedance(image),
        RunwayGenerators.Hailuo(image),
        RunwayGenerators.H3(image),
        RunwayGenerators.Wan("wan3", image, [5, 10, 20]),
        RunwayGenerators.Wan("wan3_prime", image, [6.8m, 14, 28]),
        RunwayGenerators.Grok(image),
        RunwayGenerators.Flash(image),
        RunwayGenerators.Flash11(image),
        RunwayGenerators.HappyHorse(image),
    ];

    private static RunwayModel ActTwo()
    {
        var reference = May.Hold(("type", May.OneOf("video").Needed()), ("uri", RunwayFields.Uri.Needed()));
        var character = May.Hold(("type", May.OneOf("image", "video").Needed()), ("uri", RunwayFields.Uri.Needed()));
        var fields = May.Hold(
            ("model", May.Text().Needed()),
            ("character", character.Needed()),
            ("reference", reference.Needed()),
            ("bodyControl", May.Flag()),
            ("expressionIntensity", May.Whole(1, 5)),
            ("ratio", Ratio(RunwayRatios.Gen4)),
            ("seed", Seed),
            ("contentModeration", Moderation));
        return new RunwayModel("act_two", fields) { CreditsPerSecond = (_, _) => 5 };
    }
}
