namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>Which product a model of the catalogue stands for, and which one an endpoint belongs to.</summary>
internal static class HeyGenModels
{
    /// <summary>A picture that is handed in and speaks.</summary>
    public const string SpeakingPicture = "image";

    // Photo avatars cost less. The wire cannot tell them from filmed ones, so the model's name does.
    private const string PhotoEnding = "-photo";
    private const string Clips = "/v3/models/videos";
    private const string Presenters = "/v3/videos";
    private const string Agents = "/v3/video-agents";
    private const string Templates = "/v3/templates/";

    public static HeyGenProduct ProductOf(string model) => model switch
    {
        "video-agent" => HeyGenProduct.Agent,
        "template" => HeyGenProduct.Template,
        SpeakingPicture => HeyGenProduct.Presenter,
        _ when model.StartsWith("avatar_", StringComparison.Ordinal) => HeyGenProduct.Presenter,
        _ => HeyGenProduct.Clip,
    };

    public static HeyGenProduct ProductOfRoute(string route) => route switch
    {
        Presenters => HeyGenProduct.Presenter,
        Agents => HeyGenProduct.Agent,
        _ when route.StartsWith(Templates, StringComparison.Ordinal) => HeyGenProduct.Template,
        _ => HeyGenProduct.Clip,
    };

    public static string RouteOf(HeyGenProduct product, string? templateId = null) => product switch
    {
        HeyGenProduct.Presenter => Presenters,
        HeyGenProduct.Agent => Agents,
        HeyGenProduct.Template => Templates + Uri.EscapeDataString(templateId ?? ""),
        _ => Clips,
    };

    /// <summary>Where a job's state is read; an agent's is that of its session.</summary>
    public static string StatusPathOf(HeyGenProduct product, string id) =>
        $"{(product == HeyGenProduct.Clip ? Clips : product == HeyGenProduct.Agent ? Agents : Presenters)}/{Uri.EscapeDataString(id)}";

    /// <summary>The engine's word on the wire.</summary>
    public static string EngineOf(string model) => model.EndsWith(PhotoEnding, StringComparison.Ordinal) ? model[..^PhotoEnding.Length] : model;

    /// <summary>Whether the settings ask for this product: agents and templates only where they say so, and then nothing else.</summary>
    public static bool IsAskedFor(HeyGenProduct product, HeyGenSettings settings) => product switch
    {
        HeyGenProduct.Agent => settings is { Agent: not null, Template: null },
        HeyGenProduct.Template => settings is { Template: not null, Agent: null },
        _ => settings is { Agent: null, Template: null },
    };
}
