namespace VideoGen.Sdk.Providers.OpenAICompatible.Wire;

internal sealed record OpenAIEvent
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public double? CreatedAt { get; init; }

    public DataPart? Data { get; init; }

    internal sealed record DataPart
    {
        public string? Id { get; init; }
    }
}
