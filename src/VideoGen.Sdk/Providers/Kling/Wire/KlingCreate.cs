namespace VideoGen.Sdk.Providers.Kling.Wire;

/// <summary>A create of the new standard; the model is in the path.</summary>
internal sealed record KlingCreate
{
    public string? Prompt { get; init; }

    public IReadOnlyList<KlingContent>? Contents { get; init; }

    public required KlingCreateSettings Settings { get; init; }

    public required KlingCreateOptions Options { get; init; }
}
