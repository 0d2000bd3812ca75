namespace VideoGen.Sdk.Media.Subtitles;

/// <summary>Words and when they are shown.</summary>
/// <param name="From">Seconds.</param>
/// <param name="Until">Seconds.</param>
/// <param name="Lines">As the author broke them, without any markup.</param>
internal sealed record Cue(double From, double Until, IReadOnlyList<string> Lines);
