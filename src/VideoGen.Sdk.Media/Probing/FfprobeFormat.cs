namespace VideoGen.Sdk.Media.Probing;

internal sealed record FfprobeFormat
{
    public string? FormatName { get; init; }

    /// <summary>Seconds as a decimal text.</summary>
    public string? Duration { get; init; }
}
