using System.Text;
using VideoGen.Sdk.Media.Composing;
using VideoGen.Sdk.Media.Text;
using static System.FormattableString;

namespace VideoGen.Sdk.Media.Subtitles;

/// <summary>Writes cues for ffmpeg: styled (ASS) to be drawn, or plain (SRT) to be attached.</summary>
internal sealed class SubtitleWriter(FontShelf shelf)
{
    /// <summary>Wide enough to read, narrow enough for the buttons that phones lay over the edges.</summary>
    private const double LineWidth = 0.84;

    public string Styled(IReadOnlyList<Cue> cues, SubtitleTrack track, int width, int height)
    {
        var size = Math.Max(8, (int)(Math.Min(width, height) * track.Size));
        var text = new StringBuilder()
            .Append("[Script Info]\nScriptType: v4.00+\nWrapStyle: 0\nScaledBorderAndShadow: yes\n")
            .Append(Invariant($"PlayResX: {width}\nPlayResY: {height}\n\n[V4+ Styles]\n"))
            .Append("Format: Name,Fontname,Fontsize,PrimaryColour,OutlineColour,BackColour,Bold,BorderStyle,Outline,Shadow,Alignment,MarginL,MarginR,MarginV,Encoding\n")
            .Append(Invariant($"Style: S,{track.Font},{size},&H00FFFFFF,&H00101010,&H80000000,-1,1,{Math.Max(1, size / 12.0):0.#},{Math.Max(0.5, size / 28.0):0.#},2,"))
            // Encoding -1: the direction of each line is found from its letters.
            .Append(Invariant($"{width * (1 - LineWidth) / 2:0},{width * (1 - LineWidth) / 2:0},{height * (height > width * 1.4 ? 0.18 : 0.06):0},-1\n\n[Events]\nFormat: Start,End,Style,Text\n"));
        foreach (var cue in cues)
        {
            var lines = cue.Lines.SelectMany(line => Wrap(line, width * LineWidth / size)).Select(Escape);
            text.Append(Invariant($"Dialogue: {Clock(cue.From)},{Clock(cue.Until)},S,{string.Join("\\N", lines)}\n"));
        }

        return text.ToString();
    }

    public static string Plain(IReadOnlyList<Cue> cues)
    {
        var text = new StringBuilder();
        for (var i = 0; i < cues.Count; i++)
        {
            text.Append(Invariant($"{i + 1}\n{Stamp(cues[i].From)} --> {Stamp(cues[i].Until)}\n{string.Join('\n', cues[i].Lines.Select(l => l.Replace('<', '‹').Replace('{', '(').Replace('}', ')')))}\n\n"));
        }

        return text.ToString();
    }

    /// <summary>Breaks a line where it would leave the picture; between any two characters of scripts that write without spaces.</summary>
    internal IEnumerable<string> Wrap(string line, double widest)
    {
        var (made, used) = (new StringBuilder(), 0.0);
        foreach (var (piece, hasSpace) in TextWords.PiecesOf(line).SelectMany(p => Torn(p, widest)))
        {
            var (width, space) = (WidthOf(piece), hasSpace && made.Length > 0 ? 0.3 : 0);
            if (made.Length > 0 && used + space + width > widest)
            {
                yield return made.ToString();
                made.Clear();
                (used, space) = (0, 0);
            }

            made.Append(space > 0 ? " " : "").Append(piece);
            used += space + width;
        }

        if (made.Length > 0)
        {
            yield return made.ToString();
        }
    }

    private IEnumerable<(string Piece, bool HasSpace)> Torn((string Piece, bool HasSpace) piece, double widest)
    {
        if (WidthOf(piece.Piece) <= widest)
        {
            return [piece];
        }

        var most = Math.Max(1, (int)(piece.Piece.Length * widest / WidthOf(piece.Piece)));
        var elements = System.Globalization.StringInfo.GetTextElementEnumerator(piece.Piece);
        var parts = new List<StringBuilder> { new() };
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (parts[^1].Length > 0 && parts[^1].Length + element.Length > most)
            {
                parts.Add(new StringBuilder());
            }

            parts[^1].Append(element);
        }

        return parts.Select((part, i) => (part.ToString(), i == 0 && piece.HasSpace));
    }

    private double WidthOf(string text) => shelf.For(text) is { } font ? font.WidthOf(text) : text.Length * 0.6;

    /// <summary>Nothing in the words may become an override or a break of its own.</summary>
    private static string Escape(string line) => line.Replace("\\", "\\\u2060", StringComparison.Ordinal).Replace("{", "\\{", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);

    private static string Clock(double seconds)
    {
        var hundredths = (long)Math.Round(seconds * 100);
        return Invariant($"{hundredths / 360000}:{hundredths / 6000 % 60:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }

    private static string Stamp(double seconds)
    {
        var thousandths = (long)Math.Round(seconds * 1000);
        return Invariant($"{thousandths / 3600000:00}:{thousandths / 60000 % 60:00}:{thousandths / 1000 % 60:00},{thousandths % 1000:000}");
    }
}
