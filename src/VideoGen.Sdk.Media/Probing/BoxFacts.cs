namespace VideoGen.Sdk.Media.Probing;

/// <summary>What the boxes of an MP4 say that ffprobe does not.</summary>
internal sealed record BoxFacts
{
    /// <summary>Whether <c>moov</c> comes before <c>mdat</c>, so that playing begins before the whole file is there.</summary>
    public bool IsIndexFirst { get; init; }

    /// <summary>Whether an edit list shifts or cuts a track. One entry that begins at media time 0 does neither.</summary>
    public bool HasEditList { get; init; }

    /// <summary>Whether a C2PA box says where the video came from; ffmpeg drops it even when it only copies.</summary>
    public bool HasProvenance { get; init; }

    /// <summary>Whether the boxes could be followed to the end.</summary>
    public bool IsWhole { get; init; }
}
