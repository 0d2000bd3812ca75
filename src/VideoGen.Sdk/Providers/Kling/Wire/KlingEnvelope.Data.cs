namespace VideoGen.Sdk.Providers.Kling.Wire;

internal sealed record KlingEnvelope<T> : KlingEnvelope
{
    public T? Data { get; init; }
}
