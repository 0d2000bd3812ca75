namespace VideoGen.Sdk.Providers.HeyGen.Wire;

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
