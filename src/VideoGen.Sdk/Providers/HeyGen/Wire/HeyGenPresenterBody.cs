namespace VideoGen.Sdk.Providers.HeyGen.Wire;

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
