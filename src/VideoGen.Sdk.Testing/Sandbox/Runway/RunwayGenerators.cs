using VideoGen.Sdk.Testing.Sandbox.Rules;
using static VideoGen.Sdk.Testing.Sandbox.Runway.RunwayFields;

namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>Models that make a video from words, or from words and a picture: their fields differ between the two endpoints.</summary>
internal static class RunwayGenerators
{
    private static readonly string[] Formats =
    [
        "mp4", "prores", "png_sequence", "hdr10", "hlg", "sdr_rec709_10bit", "hdr_pq_12bit_master", "hdr_prores", "hdr_png_sequence", "hdr_exr_sequence",
        "hdr_exr_acescg_sequence_1_3", "hdr_exr_acescg_sequence_2_0",
    ];

    // Without a stated cap in the client.
    private static readonly Rule Words = Prompt(int.MaxValue);

    public static RunwayModel Gen45(bool image) => new(
        "gen4.5",
        With(
            image ? Image(last: false, reference: false).Needed() : null,
            ("promptText", Prompt(1000).Needed()),
            ("ratio", Ratio(image ? RunwayRatios.Gen4 : RunwayRatios.Gen4[..2]).Needed()),
            ("duration", Seconds(2, 10).Needed()),
            ("seed", Seed),
            ("contentModeration", Moderation),
            ("outputFormat", May.OneOf(Formats)),
            ("proresProfile", ProresProfile))) { CreditsPerSecond = RunwayRates.Flat(12) };

    public static RunwayModel Gen4Turbo() => new(
        "gen4_turbo",
        With(
            Image(last: false, reference: false).Needed(),
            ("promptText", Prompt(1000)),
            ("ratio", Ratio(RunwayRatios.Gen4).Needed()),
            ("duration", Seconds(2, 10)),
            ("seed", Seed),
            ("contentModeration", Moderation))) { CreditsPerSecond = RunwayRates.Flat(5) };

    public static RunwayModel Veo(string name, bool image, decimal silent, decimal sound) => new(
        name,
        With(
            image ? Image(last: true, reference: false).Needed() : null,
            ("promptText", image ? Prompt(1000) : Prompt(1000).Needed()),
            ("ratio", Ratio(RunwayRatios.Veo).Needed()),
            ("seed", Seed),
            ("duration", May.WholeOf(4, 6, 8)),
            ("audio", May.Flag()),
            ("negativePrompt", May.Text(1, 1000)))) { CreditsPerSecond = (_, audio) => audio ? sound : silent, DefaultSeconds = 8 };

    public static IEnumerable<RunwayModel> Seedance(bool image)
    {
        var picture = image ? Image(last: true, reference: true).Needed() : null;
        var prompt = ("promptText", image ? Prompt(3500) : Prompt(3500).Needed());
        return
        [
            RunwayEdits.Seedance2(picture, prompt),
            RunwayEdits.Seedance2Fast(picture, prompt),
            RunwayEdits.Seedance2Mini(picture, prompt),
            RunwayEdits.Seedance25(picture),
        ];
    }

    public static RunwayModel Hailuo(bool image) => new(
        "hailuo3",
        With(
            image ? Image(last: true, reference: true).Needed() : null,
            [
                ("promptText", Words.Needed()),
                ("ratio", Ratio(["adaptive", .. RunwayRatios.Shapes])),
                ("duration", Seconds(5, 15)),
                ("resolution", Height("768p", "2k")),
                ("referenceAudio", Media(3)),
                .. image ? [] : Pictures(9, videos: 3),
            ])) { CreditsPerSecond = RunwayRates.Two(768, 10, 15), DefaultRatio = "16:9" };

    public static RunwayModel H3(bool image) => new(
        "h3_max",
        With(
            image ? Image(last: true, reference: false).Needed() : null,
            ("promptText", Words.Needed()),
            ("duration", Seconds(5, 15)),
            ("seed", Seed),
            ("resolution", May.OneOf("480p", "768p")),
            ("promptExpansionMode", May.OneOf("disabled", "balanced", "quality")))) { CreditsPerSecond = RunwayRates.Two(480, 5, 8), DefaultRatio = "16:9" };

    public static RunwayModel Wan(string name, bool image, decimal[] rates) => new(
        name,
        With(
            image ? Image(last: true, reference: true).Needed() : null,
            [
                ("promptText", Words.Needed()),
                ("ratio", Ratio(RunwayRatios.Wan)),
                ("duration", Seconds(2, 30)),
                ("audio", May.Flag()),
                ("referenceVideos", Media(3)),
                ("referenceAudio", Media(3)),
                .. image ? [] : Pictures(10),
            ])) { CreditsPerSecond = RunwayRates.Three(rates[0], rates[1], rates[2]) };

    public static RunwayModel Grok(bool image) => new(
        "grok_imagine_1_5",
        With(
            image ? Image(last: false, reference: false).Needed() : null,
            [
                ("promptText", image ? Words : Words.Needed()),
                ("duration", Seconds(1, 15)),
                ("resolution", May.OneOf("480p", "720p", "1080p")),
                .. image ? [] : ((string, Rule)[])[("ratio", Ratio(RunwayRatios.Grok)), ("references", Media(9)), ("referenceAudio", Media(3))],
            ])) { CreditsPerSecond = RunwayRates.Three(10, 16, 29), DefaultRatio = "16:9" };

    public static RunwayModel Flash(bool image) => new(
        "gemini_omni_flash",
        With(
            image ? Image(last: false, reference: false).Needed() : null,
            ("promptText", image ? Words : Words.Needed()),
            ("ratio", Ratio("1280:720", "720:1280")),
            ("duration", Seconds(3, 10)))) { CreditsPerSecond = RunwayRates.Flat(10) };

    public static RunwayModel Flash11(bool image) => new(
        "gemini_omni_flash_1.1",
        With(
            image ? Image(last: true, reference: false).Needed() : null,
            [
                ("promptText", Words.Needed()),
                ("ratio", Ratio(RunwayRatios.Flash11)),
                ("duration", SecondsOrAuto(3, 10)),
                .. image ? [] : Pictures(9, videos: 3),
            ])) { CreditsPerSecond = (side, _) => RunwayRates.Flash11(side), LongestSeconds = 10 };

    public static RunwayModel HappyHorse(bool image) => new(
        "happyhorse_1_0",
        With(
            image ? Image(last: false, reference: false).Needed() : null,
            ("promptText", image ? Prompt(2500) : Prompt(2500).Needed()),
            image ? ("resolution", Height("720p", "1080p")) : ("ratio", Ratio(RunwayRatios.HappyHorse)),
            ("duration", Seconds(1, 15)))) { CreditsPerSecond = RunwayRates.Two(720, 15, 30) };

    private static (string Name, Rule Rule)[] Pictures(int most, int videos = 0) =>
        videos > 0 ? [("references", Media(most)), ("referenceVideos", Media(videos))] : [("references", Media(most))];

    private static ShapeRule With(Rule? picture, params (string Name, Rule Rule)[] fields)
    {
        var shape = May.Hold([("model", May.Text().Needed()), .. fields]);
        return picture is null ? shape : shape.With(("promptImage", picture));
    }
}
