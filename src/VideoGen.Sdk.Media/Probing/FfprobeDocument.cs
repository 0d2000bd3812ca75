namespace VideoGen.Sdk.Media.Probing;

/// <summary>The part of ffprobe's JSON that is read.</summary>
internal sealed record FfprobeDocument
{
    public IReadOnlyList<FfprobeStream> Streams { get; init; } = [];

    public FfprobeFormat? Format { get; init; }
}
