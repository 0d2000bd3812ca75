namespace VideoGen.Sdk.Testing.Sandbox.Kling;

/// <summary>Units per second by the vendor's list of September 2026; one unit is USD 0.14.</summary>
internal static class KlingPrices
{
    public static decimal Units(string model, string resolution, bool sound, bool video = false, bool voice = false) => (model, resolution) switch
    {
        ("kling-3.0-turbo", "720p") => 0.8m,
        ("kling-3.0-turbo", _) => 1.0m,
        (_, "4k") => 3.0m,
        // Of resellers, in USD.
        ("kling-4.0", "720p") => 1.4m,
        ("kling-4.0", _) => 2.1m,
        ("kling-4.0-flash", _) => 0.8357m,
        ("kling-3.0", "720p") => sound ? 0.9m : 0.6m,
        ("kling-3.0", _) => sound ? 1.2m : 0.8m,
        ("kling-3.0-omni" or "kling-o1", "720p") when video => 0.9m,
        ("kling-3.0-omni" or "kling-o1", _) when video => 1.2m,
        ("kling-3.0-omni" or "kling-o1", "720p") => sound ? 0.8m : 0.6m,
        ("kling-3.0-omni" or "kling-o1", _) => sound ? 1.0m : 0.8m,
        ("kling-2.6", _) when voice => 1.2m,
        ("kling-2.6", "1080p") => sound ? 1.0m : 0.5m,
        (_, "720p") => 0.3m,
        _ => 0.5m,
    };

    public static decimal MotionControl(string model, string resolution) => (model, resolution) switch
    {
        ("kling-2.6", "720p") => 0.5m,
        ("kling-2.6", _) => 0.8m,
        (_, "720p") => 0.9m,
        _ => 1.2m,
    };

    public static decimal Avatar(string resolution) => resolution == "720p" ? 0.4m : 0.8m;

    /// <summary>Half a unit for every five seconds begun.</summary>
    public static decimal LipSync(decimal seconds) => 0.5m * Math.Ceiling(seconds / 5);

    public const decimal FaceRecognition = 0.05m;
}
