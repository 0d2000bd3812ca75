namespace VideoGen.Sdk.Media.Composing;

/// <summary>What a video is put together from.</summary>
public sealed record Composition
{
    /// <summary>What is shown one after the other: 1 to 50 parts.</summary>
    public required IReadOnlyList<CompositionPart> Parts { get; init; }

    /// <summary>Shown before the parts; null shows nothing.</summary>
    public CompositionPart? Intro { get; init; }

    /// <summary>Shown after the parts; null shows nothing.</summary>
    public CompositionPart? Outro { get; init; }

    /// <summary>How long each part dissolves into the next, 0 to 5 s; the video becomes shorter by as much. Default zero: cuts.</summary>
    public TimeSpan Crossfade { get; init; }

    /// <summary>Pixels, and frames per second if they matter; null takes those of the first part, a side by side being twice as wide as its left video.</summary>
    public VideoFormat? Format { get; init; }

    /// <summary>How parts of another shape come into the frame; null takes <see cref="MediaOptions.Fit"/>.</summary>
    public FrameFit? Fit { get; init; }

    /// <summary>Words to read along; null has none.</summary>
    public SubtitleTrack? Subtitles { get; init; }

    /// <summary>A mark in a corner; null has none.</summary>
    public LogoMark? Logo { get; init; }

    /// <summary>Music under it all; null has none.</summary>
    public MusicBed? Music { get; init; }
}
