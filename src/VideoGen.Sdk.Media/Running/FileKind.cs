namespace VideoGen.Sdk.Media.Running;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum FileKind
{
    Unknown,
    Mp4,
    Matroska,
    Png,
    Jpeg,
    WebP,
    Sound,
}
