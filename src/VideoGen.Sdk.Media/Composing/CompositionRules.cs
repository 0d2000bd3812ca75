using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Composing;

/// <summary>What a composition may ask.</summary>
internal static class CompositionRules
{
    private const int MostParts = 50;

    /// <summary>All parts in their order.</summary>
    /// <exception cref="MediaException">It asks what cannot be made.</exception>
    public static IReadOnlyList<CompositionPart> Check(Composition composition)
    {
        var parts = new[] { composition.Intro }.Concat(composition.Parts ?? []).Append(composition.Outro).OfType<CompositionPart>().ToList();
        var fault = composition.Parts is null or [] ? "Parts is empty: name at least one."
            : parts.Count > MostParts ? $"There are {parts.Count} parts; {MostParts} can be joined at once."
            : composition.Crossfade < TimeSpan.Zero || composition.Crossfade > TimeSpan.FromSeconds(5) ? "Crossfade is from zero to 5 s."
            : composition.Fit is { } fit && !Enum.IsDefined(fit) ? $"Fit is {fit}; write one of {string.Join(", ", Enum.GetNames<FrameFit>())}."
            : Format(composition.Format) ?? parts.Select(Part).FirstOrDefault(f => f is not null) ?? Logo(composition.Logo) ?? Music(composition.Music) ?? Subtitles(composition.Subtitles);
        return fault is null ? parts : throw new MediaException(fault);
    }

    private static string? Format(VideoFormat? format) =>
        format is null || (format is { Width: >= 16 and <= 8192, Height: >= 16 and <= 8192, FramesPerSecond: null or (>= 1 and <= 120) } && format.Width % 2 == 0 && format.Height % 2 == 0) ? null
        : $"Format: {format.Width}x{format.Height} cannot be made; both sides must be even and between 16 and 8192, with 1 to 120 frames a second.";

    private static string? Part(CompositionPart part) => part switch
    {
        CompositionPart.Clip { Speed: < 0.25m or > 4m } clip => FormattableString.Invariant($"Speed is {clip.Speed}; write 0.25 to 4."),
        CompositionPart.Clip clip when clip.From < TimeSpan.Zero || clip.Length <= TimeSpan.Zero => "A clip begins at zero or later and is longer than zero.",
        CompositionPart.StillImage image when image.Length <= TimeSpan.Zero || image.Length > TimeSpan.FromMinutes(10) => "A still picture is shown for more than zero and at most 10 minutes.",
        _ => null,
    };

    private static string? Logo(LogoMark? logo) =>
        logo is null or { Width: >= 0.01 and <= 1, Opacity: >= 0 and <= 1, Margin: >= 0 and <= 0.5 } && (logo is null || Enum.IsDefined(logo.Corner)) ? null
        : "Logo: its width is 0.01 to 1 of the frame, its opacity 0 to 1, its margin 0 to 0.5.";

    private static string? Music(MusicBed? music) => music is null or { GainDecibels: >= -60 and <= 12 } ? null : "Music: its gain is -60 to 12 dB.";

    private static string? Subtitles(SubtitleTrack? track) =>
        track is null || (track.Size is >= 0.02 and <= 0.2 && track.Language.Length == 3 && track.Language.All(char.IsAsciiLetterLower)
            && track.Font.Length is > 0 and < 64 && track.Font.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-')) ? null
        : "Subtitles: their size is 0.02 to 0.2 of the frame, their language three small letters such as eng, their font a name of letters, digits, spaces and hyphens.";
}
