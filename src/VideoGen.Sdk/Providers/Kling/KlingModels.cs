namespace VideoGen.Sdk.Providers.Kling;

/// <summary>Which fields a model knows. A model that is not listed gets the fields that its newest relatives take, and the vendor has the last word.</summary>
internal static class KlingModels
{
    private static readonly Dictionary<string, string> LegacyNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kling-3.0"] = "kling-v3",
        ["kling-3.0-omni"] = "kling-v3-omni",
        ["kling-o1"] = "kling-video-o1",
        ["kling-2.6"] = "kling-v2-6",
        ["kling-2.5-turbo"] = "kling-v2-5-turbo",
    };

    public static bool IsOmni(string model) => model is "kling-3.0-omni" or "kling-o1" or "kling-v3-omni" or "kling-video-o1" || model.Contains("omni", StringComparison.OrdinalIgnoreCase);

    /// <summary>Turbo always has sound and no field for it, and 4.0 by its proxies; 2.5 has neither; O1 can only keep the sound of a clip.</summary>
    public static bool TakesAudio(string model) => model is not ("kling-3.0-turbo" or "kling-2.5-turbo" or "kling-o1" or "kling-v2-5-turbo" or "kling-video-o1") && !TakesPromptAsContent(model);

    public static bool TakesMultiShot(string model) => model is "kling-3.0" or "kling-3.0-omni" or "kling-v3" or "kling-v3-omni";

    public static bool TakesElements(string model) => TakesMultiShot(model);

    public static bool TakesVoices(string model) => model is "kling-2.6" or "kling-v2-6";

    // Seen at a proxy only (2026-11): 4.0 takes its prompt as an item of contents.
    public static bool TakesPromptAsContent(string model) => model.StartsWith("kling-4", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a model on the legacy standard; one that is already legacy stays.</summary>
    public static string LegacyName(string model) => LegacyNames.TryGetValue(model, out var name) ? name
        : model.StartsWith("kling-v", StringComparison.OrdinalIgnoreCase) ? model
        : throw KlingErrors.NotSupported($"Kling's legacy standard has no model {model}.");
}
