namespace VideoGen.Sdk.Media.Composing;

/// <summary>Words to read along, in any script, right-to-left ones included.</summary>
/// <param name="Path">Local SRT or WebVTT file, in UTF-8 or UTF-16, of at most 5 MB; its times are those of the finished video.</param>
public sealed record SubtitleTrack(string Path)
{
    /// <summary>Whether the words are drawn into the picture. Default true; false attaches them as a track that players can switch on.</summary>
    public bool IsBurnedIn { get; init; } = true;

    /// <summary>Three letters of ISO 639-2 that an attached track is marked with, such as <c>eng</c>. Default <c>und</c>, undetermined.</summary>
    public string Language { get; init => field = value ?? "und"; } = "und";

    /// <summary>Height of drawn letters as a share of the frame's shorter side, 0.02 to 0.2. Default 0.06.</summary>
    public double Size { get; init; } = 0.06;

    /// <summary>The font that drawn words are written in: letters, digits, spaces and hyphens. Default <c>sans-serif</c>; what it lacks is taken from the system's other fonts.</summary>
    public string Font { get; init => field = value ?? "sans-serif"; } = "sans-serif";
}
