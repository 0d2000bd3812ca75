namespace VideoGen.Sdk.Testing.Sandbox.Runway;

/// <summary>The sizes that each family of models lists in client 4.20.1 (2026-09-29).</summary>
internal static class RunwayRatios
{
    private static readonly string[] Seedance720 = ["1470:630", "1280:720", "1112:834", "960:960", "834:1112", "720:1280"];
    private static readonly string[] Seedance1080 = ["2206:946", "1920:1080", "1664:1248", "1440:1440", "1248:1664", "1080:1920"];
    private static readonly string[] Seedance4K = ["3840:1646", "3840:2160", "3840:2880", "3840:3840", "2880:3840", "2160:3840"];

    public static string[] Gen4 { get; } = ["1280:720", "720:1280", "1104:832", "832:1104", "960:960", "1584:672"];

    public static string[] Veo { get; } = ["1280:720", "720:1280", "1920:1080", "1080:1920"];

    public static string[] SeedanceSmall { get; } = ["992:432", "864:496", "752:560", "640:640", "560:752", "496:864", .. Seedance720];

    public static string[] Seedance2 { get; } = [.. SeedanceSmall, .. Seedance1080, .. Seedance4K];

    public static string[] Seedance25 { get; } = ["992:432", "854:480", "752:560", "640:640", "560:752", "480:854", .. Seedance720, .. Seedance1080];

    public static string[] Wan { get; } =
    [
        "832:480", "720:544", "624:624", "544:720", "480:832", "1280:720", "1104:832", "960:960", "832:1104", "720:1280",
        "1920:1080", "1648:1248", "1440:1440", "1248:1648", "1080:1920", .. WanAuto,
    ];

    public static string[] WanAuto => ["auto_480p", "auto_720p", "auto_1080p"];

    public static string[] Flash11 { get; } = ["640:360", "360:640", "1280:720", "720:1280", "1920:1080", "1080:1920", "3840:2160", "2160:3840"];

    public static string[] HappyHorse { get; } =
        ["1280:720", "720:1280", "960:960", "1108:832", "832:1108", "1920:1080", "1080:1920", "1440:1440", "1662:1248", "1248:1662"];

    public static string[] Shapes { get; } = ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"];

    public static string[] Grok { get; } = ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"];

    public static string[] Aleph { get; } = ["16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "21:9"];
}
