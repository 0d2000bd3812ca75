namespace VideoGen.Sdk.Media.Composing;

/// <summary>Music under the whole video: repeated when too short, faded out at the end.</summary>
/// <param name="Path">Local MP3, M4A, AAC, WAV, FLAC or OGG, or a video whose sound is taken.</param>
public sealed record MusicBed(string Path)
{
    /// <summary>How much louder (or, below zero, softer) it is made, in decibels, -60 to 12. Default -10.</summary>
    public double GainDecibels { get; init; } = -10;

    /// <summary>Whether it steps back while the parts are heard. Default true.</summary>
    public bool Ducks { get; init; } = true;
}
