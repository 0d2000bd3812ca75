namespace VideoGen.Sdk.Providers.OpenAICompatible.Wire;

internal sealed record OpenAIError
{
    public string? Message { get; init; }

    public string? Type { get; init; }

    public string? Param { get; init; }

    public string? Code { get; init; }
}
