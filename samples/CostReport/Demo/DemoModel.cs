namespace CostReport.Demo;

/// <summary>A model of the made-up year: prices and habits near those of its day, for the look of the report and nothing else.</summary>
/// <param name="Provider">Provider name.</param>
/// <param name="Model">Model id.</param>
/// <param name="UsdPerSecond">Price.</param>
/// <param name="Minutes">Usual time to the video.</param>
/// <param name="Success">Share of attempts with a video.</param>
/// <param name="Share">How often it is chosen.</param>
internal sealed record DemoModel(string Provider, string Model, decimal UsdPerSecond, double Minutes, double Success, int Share)
{
    public static IReadOnlyList<DemoModel> All { get; } =
    [
        new("kling", "kling-v3", 0.084m, 2.6, 0.95, 30),
        new("kling", "kling-v2-5-turbo", 0.042m, 1.7, 0.96, 14),
        new("pika", "pika-2.2", 0.040m, 1.1, 0.93, 20),
        new("runway", "gen4.5", 0.120m, 1.9, 0.97, 14),
        new("runway", "gen4_turbo", 0.050m, 0.8, 0.97, 8),
        new("heygen", "avatar-v", 0.050m, 6.5, 0.90, 8),
        new("fal", "fal-ai/pika/v2.2/text-to-video", 0.040m, 1.4, 0.91, 6),
    ];
}
