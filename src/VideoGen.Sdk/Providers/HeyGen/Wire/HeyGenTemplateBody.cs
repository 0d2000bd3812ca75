using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Providers.HeyGen.Wire;

/// <summary><c>POST /v3/templates/{id}</c>.</summary>
internal sealed record HeyGenTemplateBody
{
    public required JsonObject Variables { get; init; }
    public IReadOnlyList<string>? SceneIds { get; init; }
    public HeyGenDimension? Dimension { get; init; }
    public int? Fps { get; init; }
    public string? Title { get; init; }
    public string? CallbackUrl { get; init; }
    public string? CallbackId { get; init; }
}

internal sealed record HeyGenDimension(int Width, int Height);
