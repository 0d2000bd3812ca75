namespace VideoGen.Sdk.Providers.Kling.Wire;

/// <summary>A create of the legacy standard: the model is in the body, the length is text, the size a mode.</summary>
internal sealed record KlingLegacyCreate
{
    // Sent always: without it the vendor takes a model that was announced to end on 2026-09-15.
    public required string ModelName { get; init; }

    public string? Prompt { get; init; }

    public string? NegativePrompt { get; init; }

    public string? Mode { get; init; }

    public string? Duration { get; init; }

    public string? AspectRatio { get; init; }

    public string? Sound { get; init; }

    public bool? MultiShot { get; init; }

    public string? ShotType { get; init; }

    public IReadOnlyList<KlingLegacyShot>? MultiPrompt { get; init; }

    public IReadOnlyList<KlingLegacyVoice>? VoiceList { get; init; }

    public IReadOnlyList<KlingLegacyElement>? ElementList { get; init; }

    public string? Image { get; init; }

    public string? ImageTail { get; init; }

    public IReadOnlyList<KlingLegacyImage>? ImageList { get; init; }

    public IReadOnlyList<KlingLegacyVideo>? VideoList { get; init; }

    public string? ImageUrl { get; init; }

    public string? VideoUrl { get; init; }

    public string? CharacterOrientation { get; init; }

    public KlingWatermark? WatermarkInfo { get; init; }

    public string? CallbackUrl { get; init; }

    public required string ExternalTaskId { get; init; }
}
