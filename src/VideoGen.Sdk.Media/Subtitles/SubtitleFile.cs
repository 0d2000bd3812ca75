using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using VideoGen.Sdk.Assets;

namespace VideoGen.Sdk.Media.Subtitles;

/// <summary>Reads SRT and WebVTT. ffmpeg never sees the author's file: what reaches it was read here and written anew.</summary>
internal static partial class SubtitleFile
{
    private const long MostBytes = 5_000_000;
    private const int MostCues = 20_000;
    private const int MostCharacters = 500;

    /// <exception cref="MediaException">It cannot be read or holds no cue.</exception>
    public static IReadOnlyList<Cue> Read(string path)
    {
        var name = Path.GetFileName(path);
        string text;
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw new MediaException($"'{name}' is larger than the 5 MB that subtitles may have.") { IsInputFault = true };
            }

            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"'{name}' cannot be read: {e.Message}", e) { IsInputFault = e is FileNotFoundException or DirectoryNotFoundException };
        }

        var cues = Parse(text);
        return cues.Count > 0 ? cues : throw new MediaException($"'{name}' holds no subtitles: it is neither SRT nor WebVTT.") { IsInputFault = true };
    }

    internal static IReadOnlyList<Cue> Parse(string text)
    {
        var cues = new List<Cue>();
        (double From, double Until)? time = null;
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (Timing().Match(line) is { Success: true } match)
            {
                time = (Seconds(match.Groups[1].Value), Seconds(match.Groups[2].Value));
                lines.Clear();
            }
            else if (line.Length == 0 || line == "\r")
            {
                if (time is { } shown && shown.Until > shown.From && lines.Count > 0 && cues.Count < MostCues)
                {
                    cues.Add(new Cue(shown.From, shown.Until, [.. lines]));
                }

                time = null;
            }
            else if (time is not null && Plain(line) is { Length: > 0 } plain)
            {
                lines.Add(plain);
            }
        }

        return [.. cues.OrderBy(c => c.From)];
    }

    /// <summary>Without markup and characters that show nothing; joiners and direction marks stay, for they shape what is shown.</summary>
    private static string Plain(string line)
    {
        var text = new StringBuilder();
        foreach (var rune in WebUtility.HtmlDecode(Markup().Replace(line, "")).EnumerateRunes())
        {
            var isShown = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (isShown && rune != Rune.ReplacementChar && text.Length < MostCharacters)
            {
                text.Append(rune);
            }
        }

        return text.ToString().Trim();
    }

    private static double Seconds(string text) =>
        text.Replace(',', '.').Split(':').Aggregate(0.0, (sum, part) => (sum * 60) + double.Parse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})", RegexOptions.NonBacktracking)]
    private static partial Regex Timing();

    [GeneratedRegex(@"<[^<>]*>|\{\\[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
