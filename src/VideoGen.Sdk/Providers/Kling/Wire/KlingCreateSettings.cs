namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingCreateSettings
{
    public string? Resolution { get; init; }

    public string? AspectRatio { get; init; }

    public int? Duration { get; init; }

    public string? Audio { get; init; }

    public bool? MultiShot { get; init; }

    public string? CharacterOrientation { get; init; }
}
