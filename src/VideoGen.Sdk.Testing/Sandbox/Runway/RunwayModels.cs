using VideoGen.Sdk.Testing.Sandbox.Rules;
using static VideoGen.Sdk.Testing.Sandbox.Runway.RunwayFields;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>What each endpoint takes, model by model, as client 4.20.1 of 2026-09-29 knows them.</summary>
internal static class RunwayModels
{
    private static readonly string[] Gen4 = ["1280:720", "720:1280", "1104:832", "832:1104", "960:960", "1584:672"];
    private static readonly string[] Veo = ["1280:720", "720:1280", "1920:1080", "1080:1920"];
    private static readonly string[] Flash = ["1280:720", "720:1280"];
    private static readonly string[] Shapes = ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"];
    private static readonly string[] Grok = ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"];

    public static RunwayModel[] TextToVideo { get; } = [.. Generators(image: false)];

    public static RunwayModel[] ImageToVideo { get; } =
    [
        .. Generators(image: true),
        new("gen4_turbo", With(null, ("promptImage", Image(last: false, reference: false).Needed()), ("ratio", Ratio(Gen4).Needed()),
            ("promptText", Prompt(1000)), ("duration", Seconds(2, 10)), ("contentModeration", Moderation)))
        {
            CreditsPerSecond = (_, _) => 5,
        },
    ];

    public static RunwayModel[] VideoToVideo { get; } = [.. RunwayEdits.All()];

    public static RunwayModel[] CharacterPerformance { get; } =
    [
        new("act_two", May.Hold(
            ("model", May.Text().Needed()),
            ("character", May.Hold(("type", May.OneOf("image", "video").Needed()), ("uri", RunwayFields.Uri.Needed())).Needed()),
            ("reference", May.Hold(("type", May.OneOf("video").Needed()), ("uri", RunwayFields.Uri.Needed())).Needed()),
            ("bodyControl", May.Flag()),
            ("expressionIntensity", May.Whole(1, 5)),
            ("ratio", Ratio(Gen4)),
            ("seed", Seed),
            ("contentModeration", Moderation)))
        {
            CreditsPerSecond = (_, _) => 5,
        },
    ];

    private static IEnumerable<RunwayModel> Generators(bool image)
    {
        Rule Needed(Rule rule) => image ? rule : rule.Needed();
        Rule? Picture(bool last, bool reference) => image ? Image(last, reference) : null;
        yield return new("gen4.5", With(Picture(false, false)?.Needed(), ("promptText", Prompt(1000).Needed()),
            ("ratio", Ratio(image ? Gen4 : Gen4[..2]).Needed()),
            ("duration", Seconds(2, 10).Needed()), ("contentModeration", Moderation), ("outputFormat", Mp4))) { CreditsPerSecond = (_, _) => 12 };
        foreach (var (name, silent, sound) in new[] { ("veo3.1", 20m, 40m), ("veo3.1_fast", 10m, 15m) })
        {
            yield return new(name, With(Picture(true, false)?.Needed(), ("promptText", Needed(Prompt(1000))), ("ratio", Ratio(Veo).Needed()),
                ("duration", May.WholeOf(4, 6, 8)),
                ("audio", May.Flag()), ("negativePrompt", May.Text(1, 1000)))) { CreditsPerSecond = (_, audio) => audio ? sound : silent, DefaultSeconds = 8 };
        }

        foreach (var model in Seedance(image ? Image(last: true, reference: true).Needed() : null, Needed))
        {
            yield return model;
        }

        yield return new("hailuo3", With(Picture(true, true), ("promptText", Prompt(int.MaxValue).Needed()),
            ("ratio", Ratio(image ? ["adaptive", .. Shapes] : Shapes)), ("duration", Seconds(5, 15)),
            ("resolution", May.OneOf("768p", "2k")), ("references", Media(9)), ("referenceVideos", Media(3)),
                ("referenceAudio", Media(3)))) { CreditsPerSecond = (side, _) => side > 768 ? 15 : 10, DefaultRatio = "16:9" };
        yield return new("h3_max", With(Picture(true, false), ("promptText", Prompt(int.MaxValue).Needed()), ("duration", Seconds(5, 15)),
            ("resolution", May.OneOf("480p", "768p")),
            ("promptExpansionMode", May.OneOf("disabled", "balanced", "quality")))) { CreditsPerSecond = (side, _) => side > 480 ? 8 : 5,
                DefaultRatio = "16:9" };
        foreach (var (name, rate) in new[] { ("wan3", new[] { 5m, 10m, 20m }), ("wan3_prime", [6.8m, 14m, 28m]) })
        {
            Rule ratio = image ? May.Either(May.OneOf("auto_480p", "auto_720p", "auto_1080p"), Pixels(1920)) : Pixels(1920);
            yield return new(name, With(Picture(true, true), ("promptText", Prompt(int.MaxValue).Needed()), ("ratio", ratio), ("duration", Seconds(2, 30)),
                ("audio", May.Flag()),
                ("references", Media(10)), ("referenceVideos", Media(3)), ("referenceAudio", Media(3)))) { CreditsPerSecond = (side, _) => rate[Tier(side)] };
        }

        yield return new("grok_imagine_1_5", With(Picture(false, false)?.Needed(), ("promptText", Needed(Prompt(int.MaxValue))), image
            ? ("references", Media(9)) : ("ratio", Ratio(Grok)), ("duration", Seconds(1, 15)),
            ("resolution", May.OneOf("480p", "720p", "1080p")))) { CreditsPerSecond = (side, _) => new[] { 10m, 16m, 29m }[Tier(side)], DefaultRatio = "16:9" };
        yield return new("gemini_omni_flash", With(Picture(false, false)?.Needed(), ("promptText", Needed(Prompt(int.MaxValue))), ("ratio", Ratio(Flash)),
            ("duration", Seconds(3, 10)),
            ("references", Media(9)))) { CreditsPerSecond = (_, _) => 10 };
        yield return new("gemini_omni_flash_1.1", With(Picture(true, false), ("promptText", Prompt(int.MaxValue).Needed()), ("ratio", Pixels(3840)),
            ("duration", SecondsOrAuto(3, 10)),
            ("references", Media(9)))) { CreditsPerSecond = (side, _) => FlashRate(side), LongestSeconds = 10 };
        yield return new("happyhorse_1_0", With(Picture(false, false)?.Needed(), ("promptText", Needed(Prompt(2500))), image
            ? ("resolution", May.OneOf("720p", "1080p")) : ("ratio", Pixels(1920)),
            ("duration", Seconds(1, 15)))) { CreditsPerSecond = (side, _) => side > 720 ? 30 : 15 };
    }

    private static IEnumerable<RunwayModel> Seedance(Rule? picture, Func<Rule, Rule> needed)
    {
        yield return RunwayEdits.Seedance("seedance2", picture, ("promptText", needed(Prompt(3500))), 3840, (side, _) => side > 1080 ? 150 : side > 720 ? 40
            : 36);
        yield return RunwayEdits.Seedance("seedance2_fast", picture, ("promptText", needed(Prompt(3500))), 1680, (_, _) => 29);
        yield return RunwayEdits.Seedance("seedance2_mini", picture, ("promptText", needed(Prompt(3500))), 1680, (_, _) => 16) with { LeastCredits = 64 };
        yield return RunwayEdits.Seedance25(picture, "promptImage");
    }

    public static decimal FlashRate(int side) => side switch
    {
        <= 360 => 3.4m,
        <= 720 => 10m,
        <= 1080 => 15m,
        _ => 30m,
    };

    public static int Tier(int side) => side switch
    {
        <= 480 => 0,
        <= 720 => 1,
        _ => 2,
    };

    private static ShapeRule With(Rule? picture, params (string Name, Rule Rule)[] fields)
    {
        var shape = May.Hold([("model", May.Text().Needed()), ("seed", Seed), .. fields]);
        return picture is null ? shape : shape.With(("promptImage", picture));
    }
}
