using System.Text.Json.Nodes;

namespace VideoGen.Sdk.Providers.HeyGen.Wire;

/// <summary>An input: <c>url</c> or <c>asset_id</c>.</summary>
internal sealed record HeyGenAsset
{
    public required string Type { get; init; }
    public string? Url { get; init; }
    public string? AssetId { get; init; }
}

/// <summary><c>POST /v3/videos</c>, types <c>avatar</c> and <c>image</c>.</summary>
internal sealed record HeyGenPresenterBody
{
    public required string Type { get; init; }
    public string? AvatarId { get; init; }
    public HeyGenAsset? Image { get; init; }
    public HeyGenTyped? Engine { get; init; }
    public string? Script { get; init; }
    public string? VoiceId { get; init; }
    public string? AudioUrl { get; init; }
    public string? AudioAssetId { get; init; }
    public HeyGenVoice? VoiceSettings { get; init; }
    public string? MotionPrompt { get; init; }
    public string? Expressiveness { get; init; }
    public string? Title { get; init; }
    public string? Resolution { get; init; }
    public string? AspectRatio { get; init; }
    public string? Fit { get; init; }
    public HeyGenTyped? Background { get; init; }
    public bool? RemoveBackground { get; init; }
    public HeyGenCaption? Caption { get; init; }
    public string? CallbackUrl { get; init; }
    public string? CallbackId { get; init; }
}

internal sealed record HeyGenTyped(string Type, string? Value = null);

internal sealed record HeyGenCaption(string FileFormat, string Style);

internal sealed record HeyGenVoice(decimal? Speed, decimal? Pitch, decimal? Volume, string? Locale);

/// <summary><c>POST /v3/models/videos</c>.</summary>
internal sealed record HeyGenClipBody
{
    public required string Model { get; init; }
    public required string Prompt { get; init; }
    public required string Mode { get; init; }
    public HeyGenAsset? Image { get; init; }
    public IReadOnlyList<HeyGenAsset>? ReferenceImages { get; init; }
    public IReadOnlyList<HeyGenAsset>? ReferenceVideos { get; init; }
    public IReadOnlyList<HeyGenAsset>? ReferenceAudio { get; init; }
    public int? Duration { get; init; }
    public string? Resolution { get; init; }
    public string? AspectRatio { get; init; }
    public long? Seed { get; init; }
    public string? PromptEnhancement { get; init; }
    public string? CallbackUrl { get; init; }
    public string? CallbackId { get; init; }
}

/// <summary><c>POST /v3/video-agents</c>.</summary>
internal sealed record HeyGenAgentBody
{
    public required string Prompt { get; init; }
    public string? AvatarId { get; init; }
    public string? VoiceId { get; init; }
    public string? StyleId { get; init; }
    public string? Orientation { get; init; }
    public IReadOnlyList<HeyGenAsset>? Files { get; init; }
    public string? BrandKitId { get; init; }
    public bool? IncognitoMode { get; init; }
    public string? CallbackUrl { get; init; }
    public string? CallbackId { get; init; }
}

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

internal sealed record HeyGenUploadAsk(string Filename, string ContentType, long SizeBytes);

internal sealed record HeyGenEndpointAsk(string Url, IReadOnlyList<string>? Events);
