namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingContent
{
    public required string Type { get; init; }

    public string? Text { get; init; }

    public string? Url { get; init; }

    public string? ElementId { get; init; }

    public string? VoiceId { get; init; }
}
