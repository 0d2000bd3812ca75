namespace VideoGen.Sdk.Providers.OpenAICompatible.Wire;

internal sealed record OpenAIVideoList
{
    public IReadOnlyList<OpenAIVideo>? Data { get; init; }

    public string? LastId { get; init; }

    public bool HasMore { get; init; }
}
