namespace VideoGen.Sdk.Providers.HeyGen.Wire;

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
