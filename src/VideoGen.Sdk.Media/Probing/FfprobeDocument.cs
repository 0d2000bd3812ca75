namespace VideoGen.Sdk.Media.Probing;

/// <summary>The part of ffprobe's JSON that is read.</summary>
internal sealed record FfprobeDocument
{
    /// <summary>Settable, not init: source-generated reading would put null over the default where the field is missing.</summary>
    public IReadOnlyList<FfprobeStream> Streams { get; set; } = [];

    public FfprobeFormat? Format { get; init; }
}
