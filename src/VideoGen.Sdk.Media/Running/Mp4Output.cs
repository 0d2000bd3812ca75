namespace VideoGen.Sdk.Media.Running;

/// <summary>How every MP4 of ours is written.</summary>
internal static class Mp4Output
{
    /// <summary>
    /// Index first, no edit list (negative offsets instead, else a picture with B-frames begins two frames late), nothing of the source's tags: they may hold
    /// a prompt or a place. The format is named because the file is still called <c>.part</c>.
    /// </summary>
    public const string Arguments = "-map_metadata -1 -map_chapters -1 -movflags +faststart+negative_cts_offsets -use_editlist 0 -f mp4 -y";

    /// <summary>The same, word by word.</summary>
    public static IReadOnlyList<string> Words { get; } = Arguments[..^" -y".Length].Split(' ');
}
