using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Providers.HeyGen;

/// <summary>A template of the account and what to put into it.</summary>
public sealed record HeyGenTemplateSettings
{
    // The source-generated reader hands init-only members null when the JSON leaves them out.
    /// <summary>The template's id.</summary>
    public string TemplateId { get; init => field = value ?? ""; } = "";

    /// <summary>Its variables by name, in HeyGen's own form.</summary>
    public JsonObject Variables { get; init => field = value ?? []; } = [];

    /// <summary>The scenes to use, in order; empty uses all.</summary>
    public IReadOnlyList<string> SceneIds { get; init => field = value ?? []; } = [];

    /// <summary>Frames per second: 25, 30 or 60; null keeps the template's.</summary>
    public int? FramesPerSecond { get; init; }

    /// <summary>An exact picture of the template's own shape, sides even and 128 to 4096; null keeps the template's.</summary>
    public VideoFormat? Format { get; init; }
}
